import * as z from "zod";
import type { ChannelDriver } from "@/lib/channels/driver";
import { sandboxTemplates } from "./templates";

const nothing = z.object({});

/**
 * The phone on the screen: takes every message of every channel and talks to nobody. The id it returns follows from
 * the message's own, so sending one message again is the same message.
 */
export const sandboxDriver: ChannelDriver<z.infer<typeof nothing>, z.infer<typeof nothing>> = {
  provider: "sandbox",
  channels: ["whatsapp", "email", "sms"],
  hasWindow: false,
  hasTemplates: true,
  isIdempotent: true,
  configSchema: nothing,
  secretsSchema: nothing,
  send: async (_inbox, message) => ({ kind: "accepted", providerId: `sandbox-${message.id}` }),
  checkConnection: async () => ({ ok: true, label: "Sandbox" }),
  listTemplates: async ({ channel }) => ({
    kind: "listed",
    templates: channel === "whatsapp" ? sandboxTemplates : [],
  }),
};
