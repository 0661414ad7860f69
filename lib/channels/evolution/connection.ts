import type { ProviderEvent } from "@/lib/channels/driver";
import type { InboxHealth } from "@/lib/core/model-inboxes";
import { connectionSchema } from "./webhook-shapes";

/** How the server names the state of the phone's connection; a new word is taken for a closed one. */
export function connectionOf(state: string): NonNullable<InboxHealth["connection"]> {
  if (state === "open") return "open";
  return state === "connecting" ? "connecting" : "closed";
}

/**
 * The connection opened or closed. While it connects nothing is asked: it does so by itself again and again, and says
 * how that ended. Why it closed (Baileys' `DisconnectReason`): 401 somebody unlinked the device, 403 the number is banned.
 */
export function connectionEvent(item: unknown, receivedAt: Date): ProviderEvent {
  const parsed = connectionSchema.safeParse(item);
  if (!parsed.success) return { kind: "ignored", what: "unreadable connection" };
  const { state, statusReason } = parsed.data;
  const connection = connectionOf(state);
  const health = { connection, checkedAt: receivedAt.toISOString() };
  const event = { kind: "health" as const, health, at: receivedAt };
  if (connection === "open")
    return { ...event, asks: "resume", code: "connected", detail: "The phone is connected" };
  if (connection === "connecting") return { ...event, code: "connecting", detail: "The phone is connecting" };
  const [code, detail] = CLOSED[statusReason ?? 0] ?? ["not_connected", "The phone is not connected"];
  return { ...event, asks: "pause", code, detail };
}

const CLOSED: Record<number, [code: string, detail: string] | undefined> = {
  401: ["logged_out", "The device was unlinked: scan the QR code of the instance again"],
  403: ["banned", "WhatsApp has banned or restricted the number"],
  440: ["replaced", "Another session took over the connection"],
};
