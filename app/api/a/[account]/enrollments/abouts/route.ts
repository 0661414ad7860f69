import * as z from "zod";
import { aboutsOf } from "@/lib/enrollments/abouts";
import { accountRoute } from "@/lib/route";

const askedSchema = z.object({ contact: z.uuid(), sequence: z.uuid() });

export const GET = accountRoute("enrollments.manage", ({ accountId, searchParams }) => {
  const { contact: contactId, sequence: sequenceId } = askedSchema.parse(Object.fromEntries(searchParams));
  return aboutsOf(accountId, { contactId, sequenceId, now: new Date() });
});
