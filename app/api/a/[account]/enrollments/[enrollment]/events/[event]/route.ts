import * as z from "zod";
import { rawDelivery } from "@/lib/enrollments/timeline-delivery";
import { AppError } from "@/lib/errors";
import { accountRoute } from "@/lib/route";

const idsSchema = z.object({ enrollment: z.uuid(), event: z.uuid() });

export const GET = accountRoute("enrollments.view", async ({ accountId, params }) => {
  const { success, data } = idsSchema.safeParse(params);
  if (!success) throw new AppError("not_found");
  return rawDelivery(accountId, { enrollmentId: data.enrollment, deliveryId: data.event });
});
