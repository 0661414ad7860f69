import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { OutboundContent } from "@/lib/core/facts";
import { MEDIA_KINDS } from "@/lib/core/model";
import { createSmtpDriver } from "./driver";
import { inboxAt, mailMessage } from "./fixtures";
import { richHtmlOf } from "./rich-html";

type Rich = Extract<OutboundContent, { type: "rich" }>;

const url = "https://files.example.com/offer?a=1&b=2";
const rich = (parts: Partial<Rich> = {}): Rich => ({
  ...{ type: "rich", text: "*Oi* Ana", subject: "Oferta", preheader: null, media: null, quickReplies: [] },
  ...parts,
});

const driver = createSmtpDriver({ connectMs: 5_000, silenceMs: 5_000, totalMs: 10_000 });
let stub: SmtpStub;
beforeAll(async () => {
  stub = await startSmtpStub();
});
afterEach(() => void stub.mails.splice(0));
afterAll(async () => {
  driver.close?.();
  await stub.close();
});

async function mailOf(content: Rich) {
  const outcome = await driver.send(inboxAt(stub.port), mailMessage({ content }));
  expect(outcome).toMatchObject({ kind: "accepted" });
  const [mail] = stub.mails.splice(0);
  if (!mail) throw new Error("No mail arrived.");
  return { ...mail, text: mail.text.replaceAll("\r\n", "\n") };
}

describe("a rich email", () => {
  it("has a text part without marks and an HTML part with them, in the account's language", async () => {
    const mail = await mailOf(rich({ text: "*Oi* Ana,\n\n- _um_\n- dois" }));
    expect(mail.headers["content-type"]).toContain("multipart/alternative");
    expect(mail.headers.subject).toBe("Oferta");
    expect(mail.text).toBe("Oi Ana,\n\n- um\n- dois");
    expect(mail.html).toContain('<html lang="pt-BR">');
    expect(mail.html).toContain("<p><strong>Oi</strong> Ana,</p>");
    expect(mail.html).toContain("<li><em>um</em></li>");
  });

  it("hides the preheader before everything that is read", async () => {
    const { html, text } = await mailOf(rich({ preheader: "Only <today>", text: "Hello" }));
    expect(html).toMatch(/<div style="display:none[^"]*">Only &lt;today&gt;&#847;/);
    expect(html.indexOf("Only &lt;today&gt;")).toBeLessThan(html.indexOf("Hello"));
    expect(text).toBe("Hello");
    expect((await mailOf(rich())).html).not.toContain("display:none");
  });

  it("shows an image by its own address and says in the text part where it is", async () => {
    const { html, text } = await mailOf(rich({ media: { kind: "image", url, fileName: "The offer" } }));
    expect(html).toMatch(
      /<img src="https:\/\/files\.example\.com\/offer\?a=1&amp;b=2" alt="The offer" style="[^"]*">/,
    );
    expect(text).toBe(`Oi Ana\n\nThe offer: ${url}`);
  });

  it.each(["document", "audio", "video"] as const)("links an %s", async (kind) => {
    const { html, text } = await mailOf(rich({ media: { kind, url, fileName: "offer.pdf" } }));
    expect(html).toContain('<p><a href="https://files.example.com/offer?a=1&amp;b=2">offer.pdf</a></p>');
    expect(html).not.toContain("<img");
    expect(text).toContain(`offer.pdf: ${url}`);
    expect((await mailOf(rich({ media: { kind, url } }))).html).toContain(
      ">https://files.example.com/offer?a=1&amp;b=2</a>",
    );
  });

  it("takes its first line without marks where no subject was written", async () => {
    expect((await mailOf(rich({ subject: null, text: "*Oi* Ana\nmais" }))).headers.subject).toBe("Oi Ana");
    const alone = rich({ subject: null, text: "", media: { kind: "video", url, fileName: "Tour" } });
    expect((await mailOf(alone)).headers.subject).toBe(`Tour: ${url}`);
  });

  it("has no colour of its own for text or ground, and nothing that tells who opened it", () => {
    const html = richHtmlOf(rich({ text: "Hi https://shop.example", preheader: "x" }), "en");
    expect(html).not.toMatch(/[;{"\s](background|color)\s*:/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html.match(/(src|href)="[^"]*"/g)).toEqual(['href="https://shop.example"']);
  });

  it("never contains a tag or an attribute of the author's own", () => {
    const piece = fc.constantFrom(
      "<script>",
      '"',
      "'>",
      "https://x.example/",
      "\n",
      "<",
      "&",
      "a",
      ' onload="',
      "*",
      "_",
      "`",
      "- ",
    );
    const words = fc.array(piece).map((pieces) => pieces.join(""));
    const media = fc.option(
      fc.record({ kind: fc.constantFrom(...MEDIA_KINDS), url: fc.constant(url), fileName: words }),
    );
    const known = new RegExp(
      [
        "^<(!doctype html|/?(html|head|body|title|style|div|p|ul|li|strong|em|code|a|blockquote)|br",
        'html lang="en"|body style="margin:0"|div style="[^"]*"|meta [a-z-]+="[^"<>]*"( content="[^"<>]*")?',
        'a href="https://[^"<>]*"|img src="https://[^"<>]*" alt="[^"<>]*" style="[^"<>]*")>$',
      ].join("|"),
    );
    fc.assert(
      fc.property(words, words, words, media, (text, subject, preheader, media) => {
        const html = richHtmlOf(rich({ text, subject, preheader, media }), "en");
        expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !known.test(tag))).toEqual([]);
      }),
    );
  });
});
