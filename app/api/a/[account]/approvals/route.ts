import { listDrafts } from "@/lib/approvals/data";
import { draftFilterSchema } from "@/lib/approvals/schema";
import { readPlace } from "@/lib/list-place";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("approvals.decide", ({ accountId, userId, searchParams }) => {
  const filter = draftFilterSchema.parse(Object.fromEntries(searchParams));
  const after = readPlace(searchParams.get("after"));
  return listDrafts(accountId, { filter, userId, after, now: new Date() });
});
