import { accountRoute } from "@/lib/route";
import { moveDates } from "@/lib/versions/move-dates";
import { moveDatesSchema } from "@/lib/versions/schema";

export const GET = accountRoute("sequences.view", ({ accountId, params, searchParams }) => {
  const asked = moveDatesSchema.parse({
    sequenceId: params.id,
    versionId: searchParams.get("versionId"),
    stepId: searchParams.get("stepId"),
    toStepId: searchParams.get("toStepId") ?? undefined,
  });
  return moveDates(accountId, { ...asked, now: new Date() });
});
