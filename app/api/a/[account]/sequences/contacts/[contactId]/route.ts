import { accountRoute } from "@/lib/route";
import { getSampleContact } from "@/lib/sequences/preview";

export const GET = accountRoute("contacts.view", ({ accountId, params, person }) =>
  getSampleContact(accountId, { contactId: params.contactId ?? "", agent: person, now: new Date() }),
);
