import { countContacts } from "@/lib/contacts/data";
import { contactFilterSchema } from "@/lib/contacts/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("contacts.view", async ({ accountId, searchParams }) => ({
  count: await countContacts(accountId, contactFilterSchema.parse(Object.fromEntries(searchParams))),
}));
