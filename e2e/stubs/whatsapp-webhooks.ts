import { createHmac, randomUUID } from "node:crypto";

type Parts = { messages?: object[]; statuses?: object[]; contacts?: object[]; phoneNumberId?: string };

export const STUB_PHONE_NUMBER_ID = "106540352242922";
export const STUB_BUSINESS_ACCOUNT_ID = "419561257915477";

/** A webhook delivery of one number, in Meta's envelope. */
export function delivery({ phoneNumberId = STUB_PHONE_NUMBER_ID, ...parts }: Parts): object {
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: phoneNumberId },
    ...parts,
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: STUB_BUSINESS_ACCOUNT_ID, changes: [{ field: "messages", value }] }],
  };
}

/** A text that a contact writes; `from` is digits only, as Meta sends it. */
export function textDelivery(
  from: string,
  body: string,
  { name = "Ana", id = `wamid.${randomUUID()}` } = {},
): object {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return delivery({
    contacts: [{ wa_id: from, profile: { name } }],
    messages: [{ from, id, timestamp, type: "text", text: { body } }],
  });
}

/** A status of one of our messages. */
export function statusDelivery(
  status: "sent" | "delivered" | "read" | "failed",
  ids: { providerId: string; messageId?: string },
  errors?: object[],
): object {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const opaque = ids.messageId && { biz_opaque_callback_data: ids.messageId };
  return delivery({
    statuses: [{ id: ids.providerId, status, timestamp, ...opaque, ...(errors && { errors }) }],
  });
}

/** The signature header over the raw body. */
export const signatureOf = (rawBody: string, appSecret: string): string =>
  `sha256=${createHmac("sha256", appSecret).update(rawBody).digest("hex")}`;

/** Posts a delivery as Meta does; resolves to the HTTP status of the answer. */
export async function deliverWebhook(url: string, payload: object, appSecret: string): Promise<number> {
  // Meta escapes everything outside ASCII, and signs what it escaped.
  const rawBody = JSON.stringify(payload).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const headers = {
    "content-type": "application/json",
    "x-hub-signature-256": signatureOf(rawBody, appSecret),
  };
  const response = await fetch(url, { method: "POST", headers, body: rawBody });
  await response.arrayBuffer();
  return response.status;
}
