import { recentImports } from "@/lib/contacts/import/data";
import { accountRoute } from "@/lib/route";

/** The last imports, to be shown or taken back. */
export const GET = accountRoute("contacts.manage", ({ accountId }) => recentImports(accountId));
