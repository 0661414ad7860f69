import { overviewOf } from "@/lib/overview/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("reports.view", ({ accountId, userId }) =>
  overviewOf(accountId, new Date(), userId),
);
