import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasOpenApi, OPENAPI_MISSING, violationsOf, webhookExamples } from "@/e2e/stubs/whatsapp-openapi";
import { STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import { templateMessage, textMessage } from "./fixtures";
import { parseDelivery } from "./parse";
import { requestBody } from "./request";

if (!hasOpenApi) console.warn(OPENAPI_MISSING);

describe.skipIf(!hasOpenApi)("Meta's own description of the WhatsApp Cloud API", () => {
  const phoneNumberOf = (value: unknown) =>
    /"phone_number_id":"(\d+)"/.exec(JSON.stringify(value))?.[1] ?? STUB_PHONE_NUMBER_ID;

  it.each(hasOpenApi ? webhookExamples() : [])("understands the webhook example $name", ({ name, value }) => {
    const events = parseDelivery(JSON.stringify(value), phoneNumberOf(value));
    const expected = /^(System|Group)/.test(name) ? "ignored" : "message";
    expect(events.map(({ kind }) => kind)).toEqual([expected]);
    if (expected === "ignored") return;
    expect(events[0]).toMatchObject({
      fromName: "Sheena Nelson",
      from: [
        { kind: "whatsapp", value: "16505551234" },
        { kind: "phone", value: "+16505551234" },
      ],
    });
  });

  it("finds nothing wrong with any text or template we send", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 20 }), (text, parameters) => {
        const content = { type: "text" as const, text, subject: null };
        expect(violationsOf(requestBody(textMessage({ content })))).toEqual([]);
        expect(violationsOf(requestBody(templateMessage(parameters)))).toEqual([]);
      }),
    );
  });

  it.each([
    [{ text: { body: "x" } }, "type"],
    [{ ...requestBody(textMessage()), recipient_type: "somebody" }, "recipient_type"],
    [{ ...requestBody(textMessage()), text: { body: 5 } }, "text/body"],
    [{ ...requestBody(templateMessage(["x"])), template: { name: "x" } }, "language"],
    [
      {
        ...requestBody(templateMessage([])),
        template: {
          name: "x",
          language: { policy: "deterministic", code: "en" },
          components: [{ type: "body", parameters: [{ type: "text" }] }],
        },
      },
      "TextParameter",
    ],
  ])("would find a mistake in %j: %s", (body, about) => {
    expect(violationsOf(body).join()).toContain(about);
  });
});
