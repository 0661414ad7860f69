import * as z from "zod";
import { runTimeline } from "@/lib/enrollments/timeline";
import { AppError } from "@/lib/errors";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.view", async ({ accountId, params }) => {
  const { success, data } = z.uuid().safeParse(params.enrollment);
  if (!success) throw new AppError("not_found");
  return runTimeline(accountId, data, new Date());
});
