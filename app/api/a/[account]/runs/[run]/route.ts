import { runOf } from "@/lib/executor/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("executor.view", ({ accountId, params }) =>
  runOf(accountId, params.run ?? ""),
);
