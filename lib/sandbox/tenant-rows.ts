import { GET as getPhone } from "@/app/api/a/[account]/sandbox/[conversation]/route";
import { GET as getThreads } from "@/app/api/a/[account]/sandbox/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { answerAction, openAction } from "./actions";

export const tenantRows: TenantRows = {
  answerAction: (account, { conversationId }) =>
    answerAction({ account, conversationId, text: "Yes", kind: "text" }),
  openAction: (account, { conversationId }) => openAction({ account, conversationId }),
  "GET sandbox": (account) => callRoute(getThreads, { params: { account } }),
  "GET sandbox/[conversation]": (account, { conversationId }) =>
    callRoute(getPhone, { params: { account, conversation: conversationId } }),
};
