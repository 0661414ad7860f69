import { regenerateDraft } from "@/lib/approvals/regenerate";
import { draftOf, regenerateSchema } from "@/lib/approvals/schema";
import { systemClock } from "@/lib/engine/clock";
import { accountRoute } from "@/lib/route";

/** No action: those of a page wait for each other, and a model may take long while the next drafts are decided. */
export const POST = accountRoute("approvals.decide", async ({ accountId, userId, params, request }) => {
  const wish = regenerateSchema.parse(await request.json().catch(() => null));
  return regenerateDraft(accountId, { id: draftOf(params), ...wish, actorId: userId }, systemClock);
});
