import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksToHtml, marksToPlain, parseMarks } from "./marks";

describe("marks are read as WhatsApp reads them", () => {
  it.each([
    ["Hi *Ana*!", "Hi <strong>Ana</strong>!"],
    ["_now_ ~then~ *_both_*", "<em>now</em> <s>then</s> <strong><em>both</em></strong>"],
    ["2*3*4 and snake_case_name", "2*3*4 and snake_case_name"],
    ["* not bold* and *not bold *", "<ul-not>"],
    ["a * b * c", "a * b * c"],
    ["*open", "*open"],
    ["** and *x*", "** and <strong>x</strong>"],
    ["(*x*), “_y_”.", "(<strong>x</strong>), “<em>y</em>”."],
    ["*coração*", "<strong>coração</strong>"],
    ["*a*b c*", "<strong>a*b c</strong>"],
    ["```*code*``` and `x_y`", "<code>*code*</code> and <code>x_y</code>"],
    [
      "see https://x.co/a_b_c?q=1&r=2.",
      'see <a href="https://x.co/a_b_c?q=1&amp;r=2">https://x.co/a_b_c?q=1&amp;r=2</a>.',
    ],
    ["*https://x.co*", '<strong><a href="https://x.co">https://x.co</a></strong>'],
    ["ana@x.co, please", '<a href="mailto:ana@x.co">ana@x.co</a>, please'],
    ["javascript:alert(1) http:// @", "javascript:alert(1) http:// @"],
    ["<b>\"x\" & 'y'", "&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;"],
  ])("%s", (text, html) => {
    if (html === "<ul-not>") expect(marksToHtml(`x ${text}`)).toBe(`<p>x ${text}</p>`);
    else expect(marksToHtml(text)).toBe(`<p>${html}</p>`);
  });

  it("a mark never reaches over the end of its line", () => {
    expect(marksToHtml("*a\nb*")).toBe("<p>*a<br>\nb*</p>");
  });

  it("lines make paragraphs, lists and quotes", () => {
    const text = "Hi\nyou\n\n- *one*\n* two\n3. three\n4. four\n> said\n> so\n\nBye";
    expect(parseMarks(text).map(({ type }) => type)).toEqual([
      "paragraph",
      "bullets",
      "numbers",
      "quote",
      "paragraph",
    ]);
    expect(marksToHtml(text)).toBe(
      "<p>Hi<br>\nyou</p>\n<ul><li><strong>one</strong></li><li>two</li></ul>\n" +
        '<ol start="3"><li>three</li><li>four</li></ol>\n<blockquote>said<br>\nso</blockquote>\n<p>Bye</p>',
    );
  });

  it("nothing is nothing", () => {
    expect(parseMarks("")).toEqual([]);
    expect(parseMarks(" \n\n")).toEqual([]);
  });
});

describe("as plain text", () => {
  it.each([
    ["*Hi* _Ana_, ~no~ ```x```", "Hi Ana, no x"],
    ["- *one*\n\n\n1. _two_\n> ~three~", "- one\n\n\n1. two\n> three"],
    ["https://x.co/*a*", "https://x.co/*a*"],
    ["5 * 3 * 2", "5 * 3 * 2"],
  ])("%j reads %j", (text, plain) => {
    expect(marksToPlain(text)).toBe(plain);
  });
});

const part = fc.constantFrom(
  "*",
  "_",
  "~",
  "`",
  "```",
  " ",
  "a",
  "ç",
  "\n",
  "- ",
  "> ",
  "1. ",
  "<",
  '"',
  "https://x.co",
  "@x.co",
);

it("no text loses a word, opens a tag or leaves one open", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const html = marksToHtml(text);
      const tags = [...html.matchAll(/<(\/?)([a-z]+)[^<>]*>/g)];
      const open: string[] = [];
      for (const [, slash, name = ""] of tags) {
        if (slash) expect(open.pop()).toBe(name);
        else if (name !== "br") open.push(name);
      }
      expect(open).toEqual([]);
      const letters = (from: string) => from.replace(/[^aç]/g, "");
      expect(letters(marksToPlain(text))).toBe(letters(text));
    }),
    { numRuns: 2_000 },
  );
});

it.each(["*a ", "`a ", "_*~", "https://", "a@"])(
  "a text of nothing but %j is read, which would take minutes if it were read again at each of them",
  (piece) => expect(parseMarks(piece.repeat(20_000 / piece.length)).length).toBeGreaterThan(0),
  20_000,
);
