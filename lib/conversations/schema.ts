import * as z from "zod";
import { accountInput } from "@/lib/action-input";

export const conversationIdSchema = accountInput.extend({ conversationId: z.uuid() });
