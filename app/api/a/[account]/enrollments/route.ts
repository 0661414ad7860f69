import { askedRuns } from "@/lib/enrollments/asked";
import { listEnrollments } from "@/lib/enrollments/data";
import { accountRoute, type RouteInput } from "@/lib/route";

async function list({ accountId, request }: RouteInput) {
  const { filter, place } = await askedRuns(request);
  return listEnrollments(accountId, filter, place);
}

export const GET = accountRoute("enrollments.view", list);
/** The same, for a filter that is too long for an address. */
export const POST = accountRoute("enrollments.view", list);
