import { exportContacts } from "@/lib/contacts/export";
import { contactFilterSchema } from "@/lib/contacts/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("contacts.view", async ({ accountId, searchParams }) => {
  const filter = contactFilterSchema.parse(Object.fromEntries(searchParams));
  const body = await exportContacts(accountId, filter);
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="contacts.csv"',
      "cache-control": "private, no-store",
    },
  });
});
