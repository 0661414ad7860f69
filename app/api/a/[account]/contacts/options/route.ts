import { contactOptions } from "@/lib/contacts/data";
import { contactFilterSchema } from "@/lib/contacts/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("contacts.view", async ({ accountId, searchParams }) => {
  const { search = "" } = contactFilterSchema.parse({ search: searchParams.get("search") ?? "" });
  return contactOptions(accountId, search);
});
