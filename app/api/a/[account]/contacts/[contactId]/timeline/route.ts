import { contactIdOf } from "@/lib/contacts/asked";
import { timelineSchema } from "@/lib/contacts/schema";
import { contactTimeline } from "@/lib/contacts/timeline";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("contacts.view", ({ accountId, params, searchParams }) =>
  contactTimeline(
    accountId,
    contactIdOf(params.contactId),
    timelineSchema.parse(Object.fromEntries(searchParams)),
  ),
);
