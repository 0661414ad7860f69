import * as z from "zod";
import { accountInput } from "@/lib/action-input";

export const syncTemplatesSchema = accountInput.extend({ inboxId: z.uuid() });
