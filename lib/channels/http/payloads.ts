import * as z from "zod";
import { CHANNELS, MEDIA_KINDS } from "@/lib/core/model";

/** What goes to a gateway and what it tells us; `docs/http-channel.md` explains both, with an example of each. */

const envelope = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime({ offset: true }), data });

const mediaSchema = z.object({
  kind: z.enum(MEDIA_KINDS),
  url: z.string(),
  file_name: z.string().nullable(),
});

const templateSchema = z.object({
  name: z.string(),
  language: z.string(),
  parameters: z.array(z.string()),
  parameter_names: z.array(z.string()).nullable(),
  /** A value of the head: words, or the address of a file. */
  header: z.object({ type: z.string(), value: z.string() }).nullable(),
  buttons: z.array(z.object({ index: z.number().int(), type: z.string(), value: z.string() })),
});

export const outboundSchema = z.discriminatedUnion("type", [
  envelope(
    "message.send",
    z.object({
      attempt_id: z.uuid(),
      channel: z.enum(CHANNELS),
      to: z.string(),
      to_name: z.string(),
      locale: z.string(),
      /** What the contact reads; with a template, its text with the values filled in. */
      text: z.string(),
      subject: z.string().nullable(),
      media: mediaSchema.nullable(),
      quick_replies: z.array(z.string()),
      template: templateSchema.nullable(),
      /** Of mails: ids of the messages before it in the thread, oldest first. */
      references: z.array(z.string()),
      unsubscribe_url: z.string().nullable(),
    }),
  ),
  /** Somebody tests the connection: answer 2xx and send nothing. */
  envelope("connection.check", z.object({ inbox_id: z.string() })),
]);
export type OutboundPayload = z.infer<typeof outboundSchema>;

/** Why a gateway does not send, or could not: what we do about it depends on it. */
export const GATEWAY_REASONS = [
  "unreachable",
  "opted_out",
  "not_now",
  "bad_content",
  "needs_person",
  "sender_blocked",
] as const;
export type GatewayReason = (typeof GATEWAY_REASONS)[number];
const reasonSchema = z.enum(GATEWAY_REASONS);

/** Some systems number what others name; nothing is neither. */
const textOrNumber = z.union([z.string(), z.number()]).transform(String);

export const acceptedSchema = z.looseObject({
  provider_message_id: textOrNumber.pipe(z.string().min(1).max(300)),
});

export const refusedSchema = z.looseObject({
  code: textOrNumber.optional().catch(undefined),
  detail: z.string().max(1000).optional().catch(undefined),
  reason: reasonSchema.optional().catch(undefined),
});

const at = z.iso.datetime({ offset: true }).optional();

export const inboundSchema = z.discriminatedUnion("type", [
  envelope(
    "message.received",
    z.looseObject({
      /** Recognises the message when it comes twice. */
      message_id: z.string().min(1).max(300),
      from: z.string().min(1).max(320),
      from_name: z.string().max(200).nullish(),
      text: z.string().max(100_000).default(""),
      subject: z.string().max(1000).nullish(),
      media: z
        .looseObject({
          kind: z.enum([...MEDIA_KINDS, "sticker"]),
          url: z.string().max(2000),
          mime_type: z.string().max(200).optional(),
          file_name: z.string().max(300).optional(),
        })
        .nullish(),
      /** What the contact answers: our attempt id or the gateway's message id. */
      in_reply_to: z.string().max(300).nullish(),
      content_type: z.enum(["text", "button", "media", "location", "reaction", "other"]).optional(),
      /** A program wrote it, such as a notice of absence. */
      is_automatic: z.boolean().default(false),
      at,
    }),
  ),
  envelope(
    "message.status",
    z
      .looseObject({
        attempt_id: z.uuid().optional(),
        provider_message_id: z.string().min(1).max(300).optional(),
        status: z.enum(["sent", "delivered", "read", "failed"]),
        code: textOrNumber.optional(),
        detail: z.string().max(1000).optional(),
        reason: reasonSchema.optional().catch(undefined),
        at,
      })
      .refine((data) => data.attempt_id ?? data.provider_message_id),
  ),
  envelope(
    "contact.preference",
    z.looseObject({
      from: z.string().min(1).max(320),
      value: z.enum(["stop", "resume"]),
      detail: z.string().max(500).optional(),
      at,
    }),
  ),
]);
export type InboundPayload = z.infer<typeof inboundSchema>;
