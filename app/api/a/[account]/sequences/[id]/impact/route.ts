import { accountRoute } from "@/lib/route";
import { getImpact } from "@/lib/versions/data";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  getImpact(accountId, params.id ?? ""),
);
