import * as z from "zod";
import { AppError } from "@/lib/errors";

/** The contact that an address names. Throws AppError `not_found` for what is no id. */
export function contactIdOf(id: string | null | undefined): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}
