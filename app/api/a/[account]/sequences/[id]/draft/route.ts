import { accountRoute } from "@/lib/route";
import { getDraft } from "@/lib/sequences/data";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  getDraft(accountId, params.id ?? ""),
);
