import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import type { OutboundMessage } from "@/lib/channels/driver";
import { MEDIA_KINDS, type Media } from "@/lib/core/model";
import { createWhatsappDriver } from "./driver";
import { inboxAt, MESSAGE_ID, richMessage, textMessage } from "./fixtures";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
let stub: WhatsappStub;

beforeAll(async () => {
  stub = await startWhatsappStub();
});
afterAll(() => stub.close());
afterEach(() => void stub.requests.splice(0));

const url = "https://files.example.com/offer";
const media = (kind: Media["kind"], fileName?: string): Media => ({ kind, url, fileName });

async function sent(message: OutboundMessage) {
  expect(await driver.send(inboxAt(stub.url), message)).toMatchObject({ kind: "accepted" });
  const [request] = stub.requests;
  expect(request?.violations).toEqual([]);
  const { messaging_product, recipient_type, to, biz_opaque_callback_data, ...content } = request?.body ?? {};
  expect({ to, biz_opaque_callback_data }).toEqual({
    to: "+5511987654321",
    biz_opaque_callback_data: MESSAGE_ID,
  });
  return content;
}

describe("rich messages over the WhatsApp Cloud API", () => {
  it("are a text where there is neither media nor buttons", async () => {
    expect(await sent(richMessage({ text: "*Oi*" }))).toEqual({
      type: "text",
      text: { preview_url: false, body: "*Oi*" },
    });
  });

  it.each(["image", "video"] as const)(
    "send an %s by its address, with the text as its caption",
    async (kind) => {
      expect(await sent(richMessage({ text: "_look_", media: media(kind, "ignored.png") }))).toEqual({
        type: kind,
        [kind]: { link: url, caption: "_look_" },
      });
    },
  );

  it("name a document", async () => {
    expect(await sent(richMessage({ text: "Quote", media: media("document", "quote 7.pdf") }))).toEqual({
      type: "document",
      document: { link: url, filename: "quote 7.pdf", caption: "Quote" },
    });
  });

  it.each(MEDIA_KINDS)("need no text with an %s", async (kind) => {
    expect(await sent(richMessage({ text: "", media: media(kind) }))).toEqual({
      type: kind,
      [kind]: { link: url },
    });
  });

  it("offer quick replies as reply buttons, each once", async () => {
    expect(await sent(richMessage({ text: "Friday?", quickReplies: ["Yes", " No ", "Yes"] }))).toEqual({
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "Friday?" },
        action: {
          buttons: [
            { type: "reply", reply: { id: "reply-1", title: "Yes" } },
            { type: "reply", reply: { id: "reply-2", title: "No" } },
          ],
        },
      },
    });
  });

  it.each([
    ["pt-BR", "Ver opções"],
    ["es", "Ver opciones"],
    ["en", "See options"],
  ])("offer more than three as the rows of a list, in %s", async (locale, button) => {
    const quickReplies = ["Mon", "Tue", "Wed", "x".repeat(24)];
    expect(await sent(richMessage({ text: "When?", quickReplies }, { locale }))).toEqual({
      type: "interactive",
      interactive: {
        type: "list",
        body: { text: "When?" },
        action: {
          button,
          sections: [{ rows: quickReplies.map((title, index) => ({ id: `reply-${index + 1}`, title })) }],
        },
      },
    });
  });

  it.each(["image", "video", "document"] as const)("put an %s above the buttons", async (kind) => {
    const message = richMessage({ text: "Friday?", media: media(kind, "a.pdf"), quickReplies: ["Yes"] });
    const filename = kind === "document" ? { filename: "a.pdf" } : {};
    expect(await sent(message)).toMatchObject({
      type: "interactive",
      interactive: { header: { type: kind, [kind]: { link: url, ...filename } }, body: { text: "Friday?" } },
    });
  });

  it.each([
    ["a text with an audio", { text: "Hi", media: media("audio") }, "audio_with_text"],
    ["buttons with an audio", { text: "", media: media("audio"), quickReplies: ["Yes"] }, "audio_with_text"],
    ["buttons without a text", { text: "", quickReplies: ["Yes"] }, "buttons_without_text"],
    ["a caption that is too long", { text: "x".repeat(1_025), media: media("image") }, "text_too_long"],
    [
      "a text over buttons that is too long",
      { text: "x".repeat(1_025), quickReplies: ["Yes"] },
      "text_too_long",
    ],
    ["nothing", { text: "" }, "message_empty"],
    [
      "a list below an image",
      { media: media("image"), quickReplies: ["1", "2", "3", "4"] },
      "list_with_media",
    ],
    [
      "a list of eleven",
      { quickReplies: Array.from({ length: 11 }, (_, n) => String(n)) },
      "too_many_replies",
    ],
  ])("refuse %s, so that nothing of a message is left out", async (_what, parts, code) => {
    const outcome = await driver.send(inboxAt(stub.url), richMessage(parts));
    expect(outcome).toMatchObject({
      kind: "refused",
      reaction: "ask_person",
      code,
      detail: expect.any(String),
    });
    expect(stub.requests).toEqual([]);
  });
});

it("a template with named variables is given each value under its name", async () => {
  const content = {
    ...{ type: "template" as const, name: "quote", language: "en", text: "Hi Ana" },
    ...{ parameters: ["Ana", "R$ 10"], parameterNames: ["first_name", "amount"] },
  };
  expect(await sent(textMessage({ content }))).toMatchObject({
    template: {
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", parameter_name: "first_name", text: "Ana" },
            { type: "text", parameter_name: "amount", text: "R$ 10" },
          ],
        },
      ],
    },
  });
});
