import type { OutboundMessage, SendOutcome } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import { log } from "@/lib/log";
import { driverInbox, type InboxRow } from "./inbox";

/** One call of the inbox's provider for a message that was claimed before. Never throws. */
export async function callDriver(inbox: InboxRow, message: OutboundMessage): Promise<SendOutcome> {
  let target: ReturnType<typeof driverInbox>;
  try {
    target = driverInbox(inbox);
  } catch (error) {
    log.error({ inboxId: inbox.id, err: error }, "inbox settings cannot be read");
    const detail = "The settings or credentials of this inbox cannot be read; save them again.";
    return { kind: "refused", reaction: "pause_inbox", code: "inbox_settings", detail };
  }
  try {
    return await driverOf(inbox.provider).send(target, message);
  } catch (error) {
    // Drivers answer with an outcome; one that throws has left us not knowing whether the message went out.
    log.error({ inboxId: inbox.id, messageId: message.id, err: error }, "driver threw");
    return { kind: "unknown", code: "driver_error", detail: "The driver failed without an answer." };
  }
}
