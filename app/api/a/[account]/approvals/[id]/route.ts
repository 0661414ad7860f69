import { draftDetail } from "@/lib/approvals/detail";
import { draftOf } from "@/lib/approvals/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("approvals.decide", ({ accountId, params }) =>
  draftDetail(accountId, draftOf(params), new Date()),
);
