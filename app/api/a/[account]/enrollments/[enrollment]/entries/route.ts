import * as z from "zod";
import { olderEntries } from "@/lib/enrollments/timeline";
import { AppError } from "@/lib/errors";
import { readPlace } from "@/lib/list-place";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.view", async ({ accountId, params, searchParams }) => {
  const { success, data } = z.uuid().safeParse(params.enrollment);
  const before = readPlace(searchParams.get("before"));
  if (!success || !before) throw new AppError("not_found");
  return olderEntries(accountId, { enrollmentId: data, before });
});
