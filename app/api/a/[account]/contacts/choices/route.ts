import { filterChoices } from "@/lib/contacts/choices";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("contacts.view", ({ accountId }) => filterChoices(accountId));
