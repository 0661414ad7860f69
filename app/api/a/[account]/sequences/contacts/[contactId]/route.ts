import { accountRoute } from "@/lib/route";
import { getSampleContact } from "@/lib/sequences/sample-contact";

export const GET = accountRoute("contacts.view", ({ accountId, params, person }) =>
  getSampleContact(accountId, { contactId: params.contactId ?? "", agent: person, now: new Date() }),
);
