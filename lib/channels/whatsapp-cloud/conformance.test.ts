import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasOpenApi, OPENAPI_MISSING, violationsOf, webhookExamples } from "@/e2e/stubs/whatsapp-openapi";
import { STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import type { OutboundMessage } from "@/lib/channels/driver";
import { MEDIA_KINDS } from "@/lib/core/model";
import { richMessage, templateMessage, textMessage } from "./fixtures";
import { parseDelivery } from "./parse";
import { requestOf } from "./request";

if (!hasOpenApi) console.warn(OPENAPI_MISSING);

function requestBody(message: OutboundMessage) {
  const request = requestOf(message);
  if (request.kind === "refused") throw new Error(request.detail);
  return request.body;
}

describe.skipIf(!hasOpenApi)("Meta's own description of the WhatsApp Cloud API", () => {
  const phoneNumberOf = (value: unknown) =>
    /"phone_number_id":"(\d+)"/.exec(JSON.stringify(value))?.[1] ?? STUB_PHONE_NUMBER_ID;

  it.each(hasOpenApi ? webhookExamples() : [])("understands the webhook example $name", ({ name, value }) => {
    const receiver = { phoneNumberId: phoneNumberOf(value), businessAccountId: "" };
    const events = parseDelivery(JSON.stringify(value), receiver, new Date());
    const expected = /^Group/.test(name) ? "ignored" : /^System/.test(name) ? "identity" : "message";
    expect(events.map(({ kind }) => kind)).toEqual([expected]);
    if (expected !== "message") return;
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

  it("finds nothing wrong with any template whose variables have names", () => {
    const content = {
      ...{ type: "template" as const, name: "quote", language: "en", text: "Hi Ana" },
      ...{ parameters: ["Ana", "R$ 10"], parameterNames: ["first_name", "amount"] },
    };
    expect(violationsOf(requestBody(textMessage({ content })))).toEqual([]);
  });

  it("finds nothing wrong with any head and buttons of a template", () => {
    const address = fc.constantFrom("https://files.example.com/a.pdf?x=1", "1339122577140210");
    const header = fc.oneof(
      fc.record({ type: fc.constant("text" as const), value: fc.string({ maxLength: 60 }) }),
      fc.record({
        type: fc.constantFrom("image" as const, "video" as const, "document" as const),
        value: address,
        fileName: fc.option(fc.string({ minLength: 1, maxLength: 240 }), { nil: undefined }),
      }),
    );
    // A code to copy is missing in the description: see its own test.
    const button = fc.record({
      index: fc.integer({ min: 0, max: 9 }),
      type: fc.constantFrom("url" as const, "quick_reply" as const),
      value: fc.string({ minLength: 1, maxLength: 100 }),
    });
    fc.assert(
      fc.property(
        fc.option(header, { nil: undefined }),
        fc.array(button, { maxLength: 10 }),
        (header, buttons) => {
          const content = {
            ...{ type: "template" as const, name: "quote", language: "en", text: "Hi", parameters: ["Ana"] },
            ...(header && { header }),
            buttons,
          };
          expect(violationsOf(requestBody(textMessage({ content })))).toEqual([]);
        },
      ),
    );
  });

  it("finds nothing wrong with any media and buttons we send", () => {
    const media = fc.record({
      kind: fc.constantFrom(...MEDIA_KINDS),
      url: fc.constant("https://files.example.com/a%20b.pdf?x=1"),
      fileName: fc.option(fc.string({ minLength: 1, maxLength: 240 }), { nil: undefined }),
    });
    const replies = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 10 });
    const text = fc.string({ maxLength: 1_024 });
    fc.assert(
      fc.property(text, fc.option(media), replies, (text, media, quickReplies) => {
        const request = requestOf(richMessage({ text, media, quickReplies }));
        expect(request.kind === "refused" ? [] : violationsOf(request.body)).toEqual([]);
      }),
    );
  });

  it.each([
    [{ text: { body: "x" } }, "type"],
    [{ ...requestBody(textMessage()), recipient_type: "somebody" }, "recipient_type"],
    [{ ...requestBody(textMessage()), text: { body: 5 } }, "text/body"],
    [{ ...requestBody(templateMessage(["x"])), template: { name: "x" } }, "language"],
    [{ ...requestBody(textMessage()), type: "image", image: { url: "https://x.example/a.png" } }, "image"],
    [
      {
        ...requestBody(textMessage()),
        type: "interactive",
        interactive: { type: "button", body: { text: "x".repeat(1_025) }, action: { buttons: [] } },
      },
      "interactive/body/text",
    ],
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
