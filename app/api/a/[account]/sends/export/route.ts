import { accountRoute } from "@/lib/route";
import { exportSends } from "@/lib/sends/export";
import { sendFilterSchema } from "@/lib/sends/schema";

export const GET = accountRoute("reports.view", async ({ accountId, searchParams }) => {
  const filter = sendFilterSchema.parse(Object.fromEntries(searchParams));
  return new Response(await exportSends(accountId, filter), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filter.fact ?? "sends"}.csv"`,
      "cache-control": "private, no-store",
    },
  });
});
