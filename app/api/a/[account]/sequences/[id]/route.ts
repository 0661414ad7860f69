import { accountRoute } from "@/lib/route";
import { getSequenceState } from "@/lib/sequences/data";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  getSequenceState(accountId, params.id ?? ""),
);
