import { randomUUID } from "node:crypto";
import { GET as getOlder } from "@/app/api/a/[account]/conversations/[conversation]/messages/route";
import { GET as getThread } from "@/app/api/a/[account]/conversations/[conversation]/route";
import { GET as getSide } from "@/app/api/a/[account]/conversations/[conversation]/side/route";
import { GET as getFilled } from "@/app/api/a/[account]/conversations/[conversation]/template/route";
import { GET as getMedia } from "@/app/api/a/[account]/conversations/media/[message]/route";
import { GET as getThreads } from "@/app/api/a/[account]/conversations/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
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
  "GET conversations": (account) =>
    callRoute(getThreads, { params: { account }, query: "?status=all&search=canary" }),
  "GET conversations/[conversation]": (account, { conversationId }) =>
    callRoute(getThread, { params: { account, conversation: conversationId } }),
  "GET conversations/media/[message]": (account, { messageId }) =>
    callRoute(getMedia, { params: { account, message: messageId } }),
  "GET conversations/[conversation]/messages": (account, { conversationId }) =>
    callRoute(getOlder, { params: { account, conversation: conversationId } }),
  "GET conversations/[conversation]/side": (account, { conversationId }) =>
    callRoute(getSide, { params: { account, conversation: conversationId } }),
  "GET conversations/[conversation]/template": (account, { conversationId, templateId }) =>
    callRoute(getFilled, {
      params: { account, conversation: conversationId },
      query: `?template=${templateId}&locale=en`,
    }),
};
