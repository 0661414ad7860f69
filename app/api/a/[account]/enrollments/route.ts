import { listEnrollments } from "@/lib/enrollments/data";
import { enrollmentFilterSchema } from "@/lib/enrollments/schema";
import { cursorSchema } from "@/lib/keyset";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.view", async ({ accountId, searchParams }) => {
  const asked = Object.fromEntries(searchParams);
  return listEnrollments(accountId, enrollmentFilterSchema.parse(asked), cursorSchema.parse(asked));
});
