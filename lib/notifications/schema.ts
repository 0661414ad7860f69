import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { notificationPreferencesSchema } from "@/lib/core/maestro-schemas";

export const markReadSchema = accountInput.extend({ ids: z.array(z.uuid()).min(1).max(100) });

/** Up to the newest that the person has seen: what came in between stays unread. */
export const markAllReadSchema = accountInput.extend({ upToId: z.uuid() });

export const preferencesFormSchema = accountInput.extend({ preferences: notificationPreferencesSchema });

/** `unread=1` in the address. `size` is how many the bell asks for. */
export const notificationFilterSchema = z.object({
  unread: z.literal("1").optional(),
  size: z.coerce.number().int().min(1).max(50).optional(),
});
export type NotificationFilter = z.infer<typeof notificationFilterSchema>;
