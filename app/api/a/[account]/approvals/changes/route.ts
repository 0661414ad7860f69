import * as z from "zod";
import { draftChanges } from "@/lib/approvals/changes";
import { accountRoute } from "@/lib/route";

const askedSchema = z.uuid().nullable().catch(null);

export const GET = accountRoute("approvals.decide", ({ accountId, userId, searchParams }) => {
  const draftId = askedSchema.parse(searchParams.get("draft"));
  return draftChanges(accountId, { userId, draftId, now: new Date() });
});
