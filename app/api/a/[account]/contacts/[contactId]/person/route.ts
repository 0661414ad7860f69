import { contactIdOf } from "@/lib/contacts/asked";
import { exportPerson } from "@/lib/contacts/erase/export";
import { accountRoute } from "@/lib/route";

/** Everything that is held about the person, as a file. */
export const GET = accountRoute("contacts.erase", async ({ accountId, params }) => {
  const contactId = contactIdOf(params.contactId);
  const held = await exportPerson(accountId, contactId, new Date());
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="contact-${contactId}.json"`,
      "cache-control": "private, no-store",
    },
  });
});
