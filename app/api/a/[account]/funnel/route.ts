import { funnelOf } from "@/lib/reports/funnel";
import { funnelFilterSchema } from "@/lib/reports/funnel-schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("reports.view", ({ accountId, searchParams }) =>
  funnelOf(accountId, funnelFilterSchema.parse(Object.fromEntries(searchParams))),
);
