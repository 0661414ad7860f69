import { exportReport } from "@/lib/reports/export";
import { reportTableSchema } from "@/lib/reports/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("reports.view", async ({ accountId, searchParams }) => {
  const asked = reportTableSchema.parse(Object.fromEntries(searchParams));
  return new Response(await exportReport(accountId, asked, new Date()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="report-by-${asked.by}.csv"`,
      "cache-control": "private, no-store",
    },
  });
});
