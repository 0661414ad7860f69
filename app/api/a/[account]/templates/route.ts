import { accountRoute } from "@/lib/route";
import { templateChoices } from "@/lib/templates/data";

/** What a step may be made from. */
export const GET = accountRoute("sequences.view", ({ accountId }) => templateChoices(accountId));
