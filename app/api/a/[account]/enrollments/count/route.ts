import { askedRuns } from "@/lib/enrollments/asked";
import { countEnrollments } from "@/lib/enrollments/read-count";
import { accountRoute, type RouteInput } from "@/lib/route";

const count = async ({ accountId, request }: RouteInput) =>
  countEnrollments(accountId, (await askedRuns(request)).filter);

export const GET = accountRoute("enrollments.view", count);
/** The same, for a filter that is too long for an address. */
export const POST = accountRoute("enrollments.view", count);
