import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlOf } from "./html";

const body = (text: string) => /<body>\n([\s\S]*)\n<\/body>/.exec(htmlOf(text))?.[1];

describe("HTML part of a text", () => {
  it("makes paragraphs of blank lines and breaks of single ones", () => {
    expect(body("Hi Ana,\r\n\r\n\r\nfirst\nsecond\n")).toBe("<p>Hi Ana,</p>\n<p>first<br>\nsecond<br>\n</p>");
  });

  it("links web addresses without the punctuation around them", () => {
    expect(body("See (https://a.example/x?b=1&c=2).")).toBe(
      '<p>See (<a href="https://a.example/x?b=1&amp;c=2">https://a.example/x?b=1&amp;c=2</a>).</p>',
    );
  });

  it("shows markup as text", () => {
    expect(body(`<img src=x onerror="alert('1')"> & javascript:alert(1)`)).toBe(
      "<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; javascript:alert(1)</p>",
    );
  });

  it("never contains a tag of the text's own", () => {
    const piece = fc.constantFrom(
      "<script>",
      '"',
      "'>",
      "https://x.example/",
      "\n",
      "<",
      "&",
      "a",
      ' onclick="',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const tags = htmlOf(pieces.join("")).match(/<[^>]*>/g) ?? [];
        const own = /^<(!doctype html|\/?html|\/?body|\/?p|br|\/a|a href="https:\/\/[^"<>]*")>$/;
        expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
      }),
    );
  });
});
