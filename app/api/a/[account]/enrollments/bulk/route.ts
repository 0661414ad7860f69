import { recentBulks } from "@/lib/enrollments/bulk-data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.bulk", ({ accountId }) => recentBulks(accountId, new Date()));
