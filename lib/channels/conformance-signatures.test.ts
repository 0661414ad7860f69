import { describe, expect, it } from "vitest";
import { report } from "@/scripts/test/report";
import { httpSecretsSchema } from "./http/config";
import { isSignedByGateway, signedHeaders } from "./http/signature";
import { isSignedByTwilio, signatureOf } from "./twilio/signature";
import { inboxAt } from "./whatsapp-cloud/fixtures";
import { whatsappWebhook } from "./whatsapp-cloud/webhook";

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
    whose: "the vector of Standard Webhooks",
    isTaken(change) {
      const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
      const secrets = httpSecretsSchema.parse({ signingSecret: secret });
      const headers = signedHeaders(secrets, {
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        body: change('{"test": 2432232314}'),
        now: new Date(1_614_265_330_000),
      });
      return headers["webhook-signature"] === "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    },
  },
];

describe("published vectors of signatures", () => {
  it.each(VECTORS)(
    "are taken as they are, and refused when a letter is changed: $whose",
    ({ whose, isTaken }) => {
      expect(isTaken((text) => text)).toBe(true);
      expect(isTaken((text) => `${text.slice(0, -1)}~`)).toBe(false);
      report("Signatures", [[whose, "taken; refused when changed"]]);
    },
  );

  it("of Standard Webhooks are too old by now to be taken from a caller", () => {
    const signingSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const headers = new Headers({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
    const request = { headers, url: new URL("https://app.example/"), rawBody: '{"test": 2432232314}' };
    expect(isSignedByGateway(httpSecretsSchema.parse({ signingSecret }), request)).toBe(false);
  });

  it("of Twilio are made over the values sorted by their names", () => {
    const form = new URLSearchParams({ b: "2", a: "1" });
    expect(signatureOf("token", "https://a.example/", form)).toBe(
      signatureOf("token", "https://a.example/a1b2", null),
    );
  });
});
