import type { TenantRows } from "@/scripts/test/tenant";
import { resolveConversationAction } from "./actions";

export const tenantRows: TenantRows = {
  resolveConversationAction: (account, { conversationId }) =>
    resolveConversationAction({ account, conversationId }),
};
