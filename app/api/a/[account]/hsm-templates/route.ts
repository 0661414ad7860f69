import { listHsmTemplates } from "@/lib/hsm-templates/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.view", ({ accountId }) => listHsmTemplates(accountId));
