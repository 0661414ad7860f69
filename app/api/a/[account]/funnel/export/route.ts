import { funnelOf } from "@/lib/reports/funnel";
import { funnelCsv } from "@/lib/reports/funnel-csv";
import { funnelFilterSchema } from "@/lib/reports/funnel-schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("reports.view", async ({ accountId, searchParams }) => {
  const funnel = await funnelOf(accountId, funnelFilterSchema.parse(Object.fromEntries(searchParams)));
  return new Response(funnelCsv(funnel), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="funnel.csv"',
      "cache-control": "private, no-store",
    },
  });
});
