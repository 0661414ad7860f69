import { contactIdOf } from "@/lib/contacts/asked";
import { previewMerge } from "@/lib/contacts/merge/preview";
import { accountRoute } from "@/lib/route";

/** What merging the contact `with` into this one would do. */
export const GET = accountRoute("contacts.manage", ({ accountId, params, searchParams }) =>
  previewMerge(accountId, {
    survivorId: contactIdOf(params.contactId),
    loserId: contactIdOf(searchParams.get("with")),
  }),
);
