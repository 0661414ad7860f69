import type { Reaction } from "@/lib/channels/driver";
import type { GatewayReason } from "./payloads";

/** What each reason of a gateway means for us, with an answer and with a later status. */
export const REACTION_OF: Record<GatewayReason, Reaction> = {
  unreachable: "switch_channel",
  opted_out: "suppress",
  not_now: "delay_contact",
  bad_content: "block_step",
  needs_person: "ask_person",
  sender_blocked: "pause_inbox",
};
