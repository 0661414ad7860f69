import * as z from "zod";

/**
 * Shapes of Meta's webhooks, read with tolerance: unknown fields and enum values appear without a new version, so
 * only what we use is named, and a wrong optional part counts as missing instead of losing the message.
 */
const text = z.string().optional().catch(undefined);
const part = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape).optional().catch(undefined);
/** Ids and codes come as strings or as numbers. */
const idText = z.union([z.string(), z.number()]).transform(String);
const optionalId = idText.optional().catch(undefined);
const list = z.array(z.unknown()).optional().catch(undefined);

export const deliverySchema = z.looseObject({
  object: z.string(),
  entry: z.array(
    z.looseObject({ changes: z.array(z.looseObject({ field: z.string(), value: z.unknown() })).catch([]) }),
  ),
});

export const valueSchema = z.looseObject({
  metadata: part({ phone_number_id: optionalId }),
  contacts: z
    .array(z.looseObject({ wa_id: optionalId, user_id: text, profile: part({ name: text, username: text }) }))
    .catch([]),
  messages: list,
  statuses: list,
  errors: list,
  user_preferences: list,
});
export type WebhookValue = z.infer<typeof valueSchema>;

const media = part({ caption: text, filename: text });

export const messageSchema = z.looseObject({
  id: z.string().min(1),
  from: optionalId,
  from_user_id: text,
  timestamp: optionalId,
  type: z.string().catch("unknown"),
  context: part({ id: text }),
  text: part({ body: text }),
  button: part({ text, payload: text }),
  interactive: part({
    type: text,
    button_reply: part({ title: text }),
    list_reply: part({ title: text }),
    nfm_reply: part({ body: text }),
  }),
  image: media,
  video: media,
  audio: media,
  document: media,
  sticker: media,
  location: part({ name: text, address: text, latitude: optionalId, longitude: optionalId }),
  reaction: part({ message_id: text, emoji: text }),
  contacts: z
    .array(z.looseObject({ name: part({ formatted_name: text }) }))
    .optional()
    .catch(undefined),
  order: part({ text }),
  system: part({ type: text }),
});
export type WebhookMessage = z.infer<typeof messageSchema>;

export const statusSchema = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  timestamp: optionalId,
  biz_opaque_callback_data: text,
  errors: z
    .array(
      z.looseObject({
        code: z.coerce.number().int(),
        title: text,
        message: text,
        error_data: part({ details: text }),
      }),
    )
    .catch([]),
});

export const preferenceSchema = z.looseObject({
  wa_id: optionalId,
  user_id: text,
  category: text,
  value: z.enum(["stop", "resume", "signup"]),
  detail: text,
  timestamp: optionalId,
});
