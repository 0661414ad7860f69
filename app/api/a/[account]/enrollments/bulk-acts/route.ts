import { recentBulkActs } from "@/lib/enrollments/bulk-acts-data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.bulk", ({ accountId }) => recentBulkActs(accountId, new Date()));
