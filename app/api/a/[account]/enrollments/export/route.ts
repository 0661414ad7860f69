import { askedRuns } from "@/lib/enrollments/asked";
import { exportEnrollments } from "@/lib/enrollments/export";
import { accountRoute, type RouteInput } from "@/lib/route";

async function exported({ accountId, request }: RouteInput) {
  const { filter, place } = await askedRuns(request);
  return new Response(await exportEnrollments(accountId, filter, place), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="enrollments.csv"',
      "cache-control": "private, no-store",
    },
  });
}

export const GET = accountRoute("enrollments.view", exported);
/** The same, for a filter that is too long for an address. */
export const POST = accountRoute("enrollments.view", exported);
