import { checkDraftText } from "@/lib/approvals/check";
import { checkSchema, draftOf } from "@/lib/approvals/schema";
import { accountRoute } from "@/lib/route";

/** Writes nothing. No action: those of a page wait for each other, and somebody types while others are decided. */
export const POST = accountRoute("approvals.decide", async ({ accountId, params, request }) => {
  const typed = checkSchema.parse(await request.json().catch(() => null));
  return checkDraftText(accountId, { id: draftOf(params), ...typed, now: new Date() });
});
