import * as z from "zod";
import { identitiesOfAddress } from "@/lib/channels/address-identities";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { type InboundPayload, inboundSchema } from "./payloads";
import { REACTION_OF } from "./reasons";

const TYPES = inboundSchema.options.map((option) => option.shape.type.value);
const anyEvent = z.looseObject({ type: z.string() });

type Received = Extract<InboundPayload, { type: "message.received" }>;
type Status = Extract<InboundPayload, { type: "message.status" }>;
type Preference = Extract<InboundPayload, { type: "contact.preference" }>;

/**
 * The event of a gateway's delivery. One of a type that we do not know is stored and ignored. Throws on a body that is not
 * an event, or not of the shape that its type has, so that its author finds it among the failed deliveries.
 */
export function parseEvent(body: string, channel: Channel): ProviderEvent[] {
  const json: unknown = JSON.parse(body);
  const { type } = anyEvent.parse(json);
  if (!TYPES.some((known) => known === type)) return [{ kind: "ignored", what: `type ${type}` }];
  const event = inboundSchema.parse(json);
  switch (event.type) {
    case "message.received":
      return [messageOf(event, channel)];
    case "message.status":
      return [statusOf(event)];
    case "contact.preference":
      return [preferenceOf(event, channel)];
  }
}

function messageOf({ timestamp, data }: Received, channel: Channel): ProviderEvent {
  const from = identitiesOfAddress(channel, data.from);
  if (from.length === 0) return { kind: "ignored", what: "a sender that is no address of this channel" };
  const { media, in_reply_to: answers } = data;
  return {
    kind: "message",
    providerId: data.message_id,
    from,
    fromName: data.from_name ?? null,
    at: new Date(data.at ?? timestamp),
    text: data.text,
    subject: data.subject ?? null,
    ...(media && {
      media: { kind: media.kind, url: media.url, mimeType: media.mime_type, fileName: media.file_name },
    }),
    ...(answers && isUuid(answers) && { answersMessageId: answers }),
    contentType: data.content_type ?? (media ? "media" : "text"),
    inReplyTo: answers ?? null,
    isAutomatic: data.is_automatic,
  };
}

function statusOf({ timestamp, data }: Status): ProviderEvent {
  const isFailed = data.status === "failed";
  const reaction = data.reason ? REACTION_OF[data.reason] : "fail";
  return {
    kind: "status",
    messageId: data.attempt_id ?? null,
    // A gateway that gave no id of its own was told ours.
    providerId: data.provider_message_id ?? data.attempt_id ?? "",
    status: data.status,
    at: new Date(data.at ?? timestamp),
    code: isFailed ? (data.code ?? data.reason ?? "failed") : null,
    detail: isFailed ? (data.detail ?? null) : null,
    reaction: isFailed ? reaction : null,
  };
}

function preferenceOf({ timestamp, data }: Preference, channel: Channel): ProviderEvent {
  const from = identitiesOfAddress(channel, data.from);
  if (from.length === 0) return { kind: "ignored", what: "a contact that is no address of this channel" };
  const at = new Date(data.at ?? timestamp);
  const providerId = [data.from, data.value, at.toISOString()].join(":");
  return { kind: "preference", providerId, from, value: data.value, at, detail: data.detail ?? null };
}

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
