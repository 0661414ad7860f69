import { afterEach, describe, expect, it, vi } from "vitest";
import { report } from "@/scripts/test/report";
import { httpSecretsSchema } from "./http/config";
import { isSignedByGateway, signedHeaders } from "./http/signature";
import { inboxAt as mailInboxAt } from "./smtp/fixtures";
import { smtpWebhook } from "./smtp/webhook";
import { isSignedByTwilio, signatureOf } from "./twilio/signature";
import { inboxAt } from "./whatsapp-cloud/fixtures";
import { whatsappWebhook } from "./whatsapp-cloud/webhook";

const STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** Vectors that others published: each is taken as it is, and refused when one letter of it is another. */
const VECTORS: { whose: string; isTaken(change: (text: string) => string): boolean }[] = [
  {
    whose: "Meta's scheme, GitHub's vector of X-Hub-Signature-256",
    isTaken(change) {
      const inbox = inboxAt("http://127.0.0.1:1");
      const secrets = { ...inbox.secrets, appSecret: "It's a Secret to Everybody" };
      const given = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
      const headers = new Headers({ "x-hub-signature-256": given });
      const url = new URL("https://app.example/hook");
      return whatsappWebhook.verify(
        { ...inbox, secrets },
        { headers, url, rawBody: change("Hello, World!") },
      );
    },
  },
  {
    whose: "Twilio's vector of a form",
    isTaken(change) {
      const rawBody = new URLSearchParams({
        ...{ CallSid: "CA1234567890ABCDE", Caller: "+14158675309", Digits: "1234", From: "+14158675309" },
        To: change("+18005551212"),
      }).toString();
      const url = new URL("https://mycompany.com/myapp.php?foo=1&bar=2");
      const headers = new Headers({ "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" });
      return isSignedByTwilio("12345", "https://mycompany.com/myapp.php", { headers, url, rawBody });
    },
  },
  {
    whose: "Twilio's vector of a JSON body",
    isTaken(change) {
      const sha = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
      const url = new URL(`https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=${sha}`);
      const headers = new Headers({ "x-twilio-signature": "a9nBmqA0ju/hNViExpshrM61xv4=" });
      const rawBody = change('{"property": "value", "boolean": true}');
      return isSignedByTwilio("12345", "https://mycompany.com/myapp.php", { headers, url, rawBody });
    },
  },
  {
    whose: "the vector of Standard Webhooks, as we sign",
    isTaken(change) {
      const secrets = httpSecretsSchema.parse({ signingSecret: STANDARD_SECRET });
      const headers = signedHeaders(secrets, {
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        body: change('{"test": 2432232314}'),
        now: new Date(1_614_265_330_000),
      });
      return headers["webhook-signature"] === "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    },
  },
];

afterEach(() => void vi.useRealTimers());

describe("published vectors of signatures", () => {
  it.each(VECTORS)(
    "are taken as they are, and refused when a letter is changed: $whose",
    ({ whose, isTaken }) => {
      expect(isTaken((text) => text)).toBe(true);
      expect(isTaken((text) => `${text.slice(0, -1)}~`)).toBe(false);
      report("Signatures", [[whose, "taken; refused when changed"]]);
    },
  );

  it("of Standard Webhooks are taken from a caller at their moment, and never later", () => {
    const headers = new Headers({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
    const takenAt = (seconds: number, rawBody = '{"test": 2432232314}') => {
      vi.setSystemTime(seconds * 1_000);
      const request = { headers, url: new URL("https://app.example/"), rawBody };
      const mailbox = mailInboxAt(25, {}, { webhookSecret: STANDARD_SECRET });
      return [
        isSignedByGateway(httpSecretsSchema.parse({ signingSecret: STANDARD_SECRET }), request),
        smtpWebhook.verify(mailbox, request),
      ];
    };
    vi.useFakeTimers({ toFake: ["Date"] });
    expect(takenAt(1_614_265_330)).toEqual([true, true]);
    expect(takenAt(1_614_265_330, '{"test": 2432232315}')).toEqual([false, false]);
    expect(takenAt(1_614_265_330 + 301)).toEqual([false, false]);
    report("Signatures", [
      [
        "the vector of Standard Webhooks, from a gateway and with a mail",
        "taken; refused when changed or late",
      ],
    ]);
  });

  it("of Twilio are made over the values sorted by their names", () => {
    const form = new URLSearchParams({ b: "2", a: "1" });
    expect(signatureOf("token", "https://a.example/", form)).toBe(
      signatureOf("token", "https://a.example/a1b2", null),
    );
  });
});
