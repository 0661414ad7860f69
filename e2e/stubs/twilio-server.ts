import { createHmac, randomBytes } from "node:crypto";
import { type HttpFault, type HttpStub, post, startHttpStub } from "./http-stub";

// How to use: `const twilio = await startTwilioStub()`, type `twilio.accountSid`, `twilio.authToken` and, as the API's
// address, `twilio.url` into the inbox's form; the application must run with WEBHOOKS_TO_PRIVATE=1.
// `twilio.messages` is what was taken; `twilio.status(sid, "delivered")` calls the message's own status callback,
// `twilio.receive(webhookAddress, {...})` writes to us. Both are signed as Twilio signs and resolve to the HTTP status.

export const STUB_ACCOUNT_SID = `AC${"0a".repeat(16)}`;
export const STUB_AUTH_TOKEN = "twilio-stub-token";

export type TakenSms = { sid: string; to: string; from: string; text: string; callback: string | null };
type Inbound = {
  from: string;
  text: string;
  to?: string;
  sid?: string;
  optOutType?: string;
  mediaUrl?: string;
};

export type TwilioStub = HttpStub & {
  accountSid: string;
  authToken: string;
  messages: TakenSms[];
  /** Refuses the next message with one of Twilio's own errors. */
  refuseNext(code: number, options?: { status?: number; headers?: Record<string, string> }): void;
  /** Reports on a message at the callback that it was sent with. */
  status(sid: string, status: string, errorCode?: number): Promise<number>;
  receive(webhookUrl: string, message: Inbound): Promise<number>;
};

/** A stand-in of Twilio's Messages API that checks the credentials and the form. */
export async function startTwilioStub({ port = 0 } = {}): Promise<TwilioStub> {
  const messages: TakenSms[] = [];
  const stub = await startHttpStub(
    ({ method, path, headers, body }) => {
      const given = Buffer.from(headers.authorization?.replace("Basic ", "") ?? "", "base64").toString();
      if (given !== `${STUB_ACCOUNT_SID}:${STUB_AUTH_TOKEN}`) return error(20003, 401, "Authenticate");
      const account = `/2010-04-01/Accounts/${STUB_ACCOUNT_SID}`;
      if (method === "GET" && path === `${account}.json`)
        return { status: 200, body: { sid: STUB_ACCOUNT_SID, friendly_name: "Demo Shop", status: "active" } };
      if (method !== "POST" || path !== `${account}/Messages.json`) return error(20404, 404, "Not found");
      const form = new URLSearchParams(body);
      const to = form.get("To") ?? "";
      const from = form.get("From") ?? form.get("MessagingServiceSid");
      const text = form.get("Body");
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return error(21211, 400, `Invalid 'To' Phone Number: ${to}`);
      if (!from) return error(21603, 400, "A 'From' phone number is required");
      if (!text) return error(21602, 400, "Message body is required");
      const sid = newSid();
      messages.push({ sid, to, from, text, callback: form.get("StatusCallback") });
      return { status: 201, body: { sid, status: "queued", to, from, body: text, error_code: null } };
    },
    { port },
  );
  const deliver = (url: string, form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const headers = {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "x-twilio-signature": signed(url, form),
    };
    return post(url, body.toString(), headers);
  };
  return {
    ...stub,
    accountSid: STUB_ACCOUNT_SID,
    authToken: STUB_AUTH_TOKEN,
    messages,
    refuseNext(code, { status = 400, headers } = {}) {
      stub.failNext(refusal(code, status, headers));
    },
    async status(sid, status, errorCode) {
      const sent = messages.find((one) => one.sid === sid);
      if (!sent?.callback) throw new Error(`The message ${sid} has no status callback.`);
      return deliver(sent.callback, {
        ...{ MessageSid: sid, SmsSid: sid, MessageStatus: status, SmsStatus: status },
        ...{ To: sent.to, From: sent.from, AccountSid: STUB_ACCOUNT_SID, ApiVersion: "2010-04-01" },
        ...(errorCode && { ErrorCode: String(errorCode) }),
      });
    },
    receive(webhookUrl, { from, text, to = "+15005550006", sid = newSid(), optOutType, mediaUrl }) {
      return deliver(webhookUrl, {
        ...{
          MessageSid: sid,
          SmsMessageSid: sid,
          SmsSid: sid,
          SmsStatus: "received",
          ApiVersion: "2010-04-01",
        },
        ...{ AccountSid: STUB_ACCOUNT_SID, From: from, To: to, Body: text, NumSegments: "1" },
        ...{ NumMedia: mediaUrl ? "1" : "0" },
        ...(mediaUrl && { MediaUrl0: mediaUrl, MediaContentType0: "image/jpeg" }),
        ...(optOutType && { OptOutType: optOutType }),
      });
    },
  };
}

/** One of Twilio's errors as its API answers. */
export const refusal = (code: number, status = 400, headers?: Record<string, string>): HttpFault => ({
  ...{ kind: "status", status, headers },
  body: JSON.stringify(error(code, status, `Error ${code}`).body),
});

const error = (code: number, status: number, message: string) => {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: { code, message, more_info, status } };
};

/** Written here from Twilio's description and not taken from the driver, so that each checks the other. */
function signed(url: string, form: Record<string, string>): string {
  const parameters = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  const data = url + parameters.map(([name, value]) => name + value).join("");
  return createHmac("sha1", STUB_AUTH_TOKEN).update(data).digest("base64");
}

const newSid = () => `SM${randomBytes(16).toString("hex")}`;
