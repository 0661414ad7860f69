import * as z from "zod";
import { accountInput } from "@/lib/action-input";

export const alertIdSchema = accountInput.extend({ id: z.uuid() });
