import { randomUUID } from "node:crypto";
import type { TenantRows } from "@/scripts/test/tenant";
import {
  assignConversationAction,
  reopenConversationAction,
  resolveConversationAction,
  seeConversationAction,
  sendByHandAction,
  setConversationPendingAction,
  snoozeConversationAction,
} from "./actions";

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

export const tenantRows: TenantRows = {
  sendByHandAction: (account, { conversationId }) =>
    sendByHandAction({ account, conversationId, id: randomUUID(), text: "Hello" }),
  resolveConversationAction: (account, { conversationId }) =>
    resolveConversationAction({ account, conversationId }),
  reopenConversationAction: (account, { conversationId }) =>
    reopenConversationAction({ account, conversationId }),
  setConversationPendingAction: (account, { conversationId }) =>
    setConversationPendingAction({ account, conversationId }),
  snoozeConversationAction: (account, { conversationId }) =>
    snoozeConversationAction({ account, conversationId, until: tomorrow() }),
  assignConversationAction: (account, { conversationId }) =>
    assignConversationAction({ account, conversationId, userId: null }),
  seeConversationAction: (account, { conversationId }) => seeConversationAction({ account, conversationId }),
};
