import { accountRoute } from "@/lib/route";
import { listMoves } from "@/lib/versions/data";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  listMoves(accountId, params.id ?? ""),
);
