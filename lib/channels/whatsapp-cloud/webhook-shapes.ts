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
    z.looseObject({
      id: optionalId,
      time: optionalId,
      changes: z.array(z.looseObject({ field: z.string(), value: z.unknown() })).catch([]),
    }),
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
  user_id_update: list,
});
export type WebhookValue = z.infer<typeof valueSchema>;

const media = part({ id: optionalId, mime_type: text, caption: text, filename: text });

const phones = z
  .array(z.looseObject({ phone: text }))
  .optional()
  .catch(undefined);
const items = z
  .array(z.looseObject({ product_retailer_id: optionalId, quantity: optionalId }))
  .optional()
  .catch(undefined);

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
    nfm_reply: part({ body: text, name: text }),
  }),
  image: media,
  video: media,
  audio: media,
  document: media,
  sticker: media,
  location: part({ name: text, address: text, latitude: optionalId, longitude: optionalId }),
  reaction: part({ message_id: text, emoji: text }),
  contacts: z
    .array(z.looseObject({ name: part({ formatted_name: text }), phones }))
    .optional()
    .catch(undefined),
  order: part({ text, product_items: items }),
  system: part({ type: text, wa_id: optionalId, new_wa_id: optionalId, user_id: text }),
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

/** An id alone is taken for the new one. */
const changedId = z.union([
  z.looseObject({ previous: text, current: text }),
  z.string().transform((current) => ({ previous: undefined, current })),
]);
export const userIdUpdateSchema = z.looseObject({
  wa_id: optionalId,
  user_id: changedId,
  timestamp: optionalId,
});

const name = z.string().min(1).max(1_000);
export const templateChangeSchema = z.looseObject({
  message_template_id: optionalId,
  message_template_name: name,
  message_template_language: name,
  event: text,
  reason: text,
  other_info: part({ title: text, description: text }),
  rejection_info: part({ reason: text }),
  disable_info: part({ disable_date: optionalId }),
  new_quality_score: text,
  new_category: text,
  correct_category: text,
});

export const numberQualitySchema = z.looseObject({
  event: text,
  display_phone_number: optionalId,
  current_limit: optionalId,
  max_daily_conversations_per_business: optionalId,
});

export const capabilitySchema = z.looseObject({
  max_daily_conversations_per_business: optionalId,
  /** What it was called before version 24. */
  max_daily_conversation_per_phone: optionalId,
});

export const accountUpdateSchema = z.looseObject({
  event: z.string(),
  ban_info: part({ waba_ban_state: text, waba_ban_date: optionalId }),
  violation_info: part({ violation_type: text }),
  restriction_info: z.array(z.looseObject({ restriction_type: text, expiration: optionalId })).catch([]),
});

const alert = { alert_severity: text, alert_type: text, alert_description: text };
export const accountAlertSchema = z.looseObject({ ...alert, alert_info: part(alert) });
