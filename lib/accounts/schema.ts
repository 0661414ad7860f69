import * as z from "zod";
import { LOCALES } from "@/lib/locale";

export const newAccountSchema = z.object({
  name: z.string().trim().min(1, { error: "account_name_required" }).max(80),
  /** The browser's zone; an unknown one falls back to the language's. */
  timeZone: z.string().max(80),
});

export const languageSchema = z.object({ locale: z.enum(LOCALES) });
