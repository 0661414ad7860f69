import { describe, expect, it } from "vitest";
import { ownWords } from "@/lib/core/inbound/own-words";
import { htmlToText } from "./html-text";

describe("the text of an HTML mail", () => {
  it.each([
    ["<p>Ol&aacute; Ana,</p><p>tudo bem?</p>", "Olá Ana,\n\ntudo bem?"],
    ["<div>Sim</div><div>pode ser</div>", "Sim\npode ser"],
    ["a<br>b<br/>c", "a\nb\nc"],
    ["&lt;b&gt; &amp;&#33;&#x21;&nbsp;x &unknown; &#xD800; &#99999999;", "<b> &!! x &unknown;  &#99999999;"],
    ["<head><title>x</title></head><style>p{}</style><script>alert('<p>')</script>Hi<!-- > no -->!", "Hi!"],
    ["<STYLE>a</STYLE>Hi", "Hi"],
    ["a < b and <i>c</i>", "a c"],
    ["no end <a href='", "no end"],
    ["<ul><li>one<li>two</ul>", "one\ntwo"],
    ["", ""],
  ])("%j", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("marks what is quoted, so that only the own words count", () => {
    const gmail =
      '<div dir="ltr">Yes, call me</div><br><div class="gmail_quote"><div>On Mon, Nov 16, 2026 at 10:02 AM Shop &lt;a@b.c&gt; wrote:<br></div><blockquote>Reply STOP<br>to end</blockquote></div>';
    expect(ownWords(htmlToText(gmail))).toBe("Yes, call me");
    const above = "<blockquote>Reply STOP<blockquote>deep</blockquote>\n</blockquote><p>below it</p>";
    expect(ownWords(htmlToText(above))).toBe("below it");
  });

  it.each([
    ["tags that never end", "<a ".repeat(1_000_000)],
    ["many styles", "<style></style>".repeat(100_000)],
    ["styles that never end", "<style>".repeat(500_000)],
    ["elements within each other", "<div>".repeat(500_000)],
    ["quotes within each other", "<blockquote>".repeat(500_000)],
    ["signs that are none", "&".repeat(1_000_000)],
    ["blanks", " ".repeat(1_000_000)],
  ])(
    "ends over %s, which would take minutes if it were read again and again",
    (_name, html) => {
      expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
    },
    20_000,
  );
});
