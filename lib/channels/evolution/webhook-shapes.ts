import * as z from "zod";

/** Evolution API 2.x; unknown fields pass, and what may be missing is optional, as versions differ. */
const optionalText = z.string().nullish().catch(undefined);

export const deliverySchema = z.looseObject({
  event: z.string(),
  instance: z.string(),
  data: z.unknown(),
  apikey: optionalText,
});

/** Seconds, also as text or as the two halves of a long number. */
const timestampSchema = z
  .union([z.number(), z.string(), z.looseObject({ low: z.number() }).transform(({ low }) => low)])
  .nullish()
  .catch(undefined);

const contextSchema = z.looseObject({ stanzaId: optionalText }).nullish().catch(undefined);
const caption = z
  .looseObject({
    caption: optionalText,
    fileName: optionalText,
    mimetype: optionalText,
    contextInfo: contextSchema,
  })
  .nullish()
  .catch(undefined);

const contentShape = {
  conversation: optionalText,
  extendedTextMessage: z
    .looseObject({ text: optionalText, contextInfo: contextSchema })
    .nullish()
    .catch(undefined),
  imageMessage: caption,
  videoMessage: caption,
  ptvMessage: caption,
  audioMessage: caption,
  documentMessage: caption,
  stickerMessage: caption,
  locationMessage: place(),
  liveLocationMessage: place(),
  contactMessage: z.looseObject({ displayName: optionalText }).nullish().catch(undefined),
  contactsArrayMessage: z
    .looseObject({ contacts: z.array(z.looseObject({ displayName: optionalText })) })
    .nullish()
    .catch(undefined),
  buttonsResponseMessage: z
    .looseObject({ selectedDisplayText: optionalText, contextInfo: contextSchema })
    .nullish()
    .catch(undefined),
  templateButtonReplyMessage: z
    .looseObject({ selectedDisplayText: optionalText, contextInfo: contextSchema })
    .nullish()
    .catch(undefined),
  interactiveResponseMessage: z
    .looseObject({ body: z.looseObject({ text: optionalText }).nullish(), contextInfo: contextSchema })
    .nullish()
    .catch(undefined),
  listResponseMessage: z
    .looseObject({ title: optionalText, description: optionalText, contextInfo: contextSchema })
    .nullish()
    .catch(undefined),
  reactionMessage: z
    .looseObject({ text: optionalText, key: z.looseObject({ id: optionalText }).nullish() })
    .nullish()
    .catch(undefined),
  protocolMessage: z.looseObject({}).nullish().catch(undefined),
  pollUpdateMessage: z.looseObject({}).nullish().catch(undefined),
  /** Where the server puts media that it keeps itself. */
  mediaUrl: optionalText,
};

function place() {
  return z
    .looseObject({
      name: optionalText,
      address: optionalText,
      degreesLatitude: z.number().nullish().catch(undefined),
      degreesLongitude: z.number().nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined);
}

const bareContentSchema = z.looseObject(contentShape);
export type WebContent = z.infer<typeof bareContentSchema>;

const wrapped = z
  .looseObject({ message: bareContentSchema.nullish().catch(undefined) })
  .nullish()
  .catch(undefined);

/** What disappears and what is seen once stands one level deeper. */
const contentSchema = bareContentSchema.extend({
  ephemeralMessage: wrapped,
  viewOnceMessage: wrapped,
  viewOnceMessageV2: wrapped,
  documentWithCaptionMessage: wrapped,
});

export const messageSchema = z.looseObject({
  key: z.looseObject({
    id: z.string().min(1),
    fromMe: z.boolean().optional().catch(undefined),
    remoteJid: optionalText,
    /** The number behind a hidden id, or the other way round; its name changed over the versions. */
    remoteJidAlt: optionalText,
    senderPn: optionalText,
    senderLid: optionalText,
    previousRemoteJid: optionalText,
  }),
  pushName: optionalText,
  message: contentSchema.nullish().catch(undefined),
  contextInfo: contextSchema,
  messageTimestamp: timestampSchema,
});
export type WebMessage = z.infer<typeof messageSchema>;

export const updateSchema = z.looseObject({
  keyId: optionalText,
  key: z.looseObject({ id: optionalText, fromMe: z.boolean().nullish(), remoteJid: optionalText }).nullish(),
  fromMe: z.boolean().nullish(),
  remoteJid: optionalText,
  status: optionalText,
});

export const connectionSchema = z.looseObject({
  state: z.string(),
  statusReason: z.number().nullish().catch(undefined),
});
