import { listDrafts, readDraftPlace } from "@/lib/approvals/data";
import { draftFilterSchema } from "@/lib/approvals/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("approvals.decide", ({ accountId, userId, searchParams }) => {
  const filter = draftFilterSchema.parse(Object.fromEntries(searchParams));
  const after = readDraftPlace(searchParams.get("after"));
  return listDrafts(accountId, { filter, userId, after, now: new Date() });
});
