import { recordChoices } from "@/lib/records/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("records.view", ({ accountId }) => recordChoices(accountId));
