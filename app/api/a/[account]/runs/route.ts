import { runsOf } from "@/lib/executor/data";
import { runPageSchema } from "@/lib/executor/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("executor.view", ({ accountId, searchParams }) =>
  runsOf(accountId, runPageSchema.parse(Object.fromEntries(searchParams))),
);
