"use client";

import { CHANNELS, type Channel, type Content, type Step } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";

/** By which channels a content may go out, in the account's order of inboxes. Never empty. */
export function useChannels(channel: Step["channel"], content: Content["type"]): Channel[] {
  const { inboxes } = useEditor().context;
  const fixed = CHANNELS.find((one) => one === channel);
  if (fixed) return [fixed];
  const able = inboxes.filter((inbox) => content !== "template" || inbox.hasTemplates);
  const channels = [...new Set(able.map((inbox) => inbox.channel))];
  return channels.length > 0 ? channels : ["whatsapp"];
}
