import { accountRoute } from "@/lib/route";
import { getTemplateUses } from "@/lib/templates/data";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  getTemplateUses(accountId, params.id ?? ""),
);
