import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/core/model-maestro";
import { findingRanges, moveFindings } from "./finding-spans";

const TEXT = "You owe 90 euros, due tomorrow.";

function finding(words: string, over: Partial<Finding> = {}): Finding {
  const from = TEXT.indexOf(words);
  return {
    ...{
      code: "unsupported_amount",
      part: "text",
      from,
      to: from + words.length,
      words,
      fact: null,
      data: {},
    },
    ...over,
  };
}

const wordsAt = (text: string, found: Finding[]) => found.map(({ from, to }) => text.slice(from, to));

describe("underlined is", () => {
  it("each finding in the order of the text, red where nobody can vouch for it", () => {
    const ranges = findingRanges(
      [finding("tomorrow", { code: "banned_word" }), finding("90 euros")],
      "text",
      TEXT.length,
    );
    expect(ranges.map(({ from, tone }) => [from, tone])).toEqual([
      [8, "amber"],
      [22, "red"],
    ]);
  });

  it("the graver of two that overlap", () => {
    const ranges = findingRanges(
      [finding("90 euros"), finding("euros", { code: "banned_word" })],
      "text",
      TEXT.length,
    );
    expect(ranges.map(({ finding: { words } }) => words)).toEqual(["euros"]);
  });

  it("nothing of another part, of no place, or of the text as a whole", () => {
    const whole = finding(TEXT, { code: "wrong_language" });
    const nowhere = finding("", { code: "too_long", from: 0, to: 0 });
    expect(findingRanges([whole, nowhere, finding("due", { part: "subject" })], "text", TEXT.length)).toEqual(
      [],
    );
  });

  it("nothing beyond the end of a text that became shorter", () => {
    expect(findingRanges([finding("tomorrow")], "text", 10)).toEqual([]);
  });
});

describe("while somebody types", () => {
  const found = [finding("90 euros"), finding("tomorrow")];

  it.each([
    ["stay before the edit", TEXT.replace("tomorrow.", "tomorrow!!"), ["90 euros", "tomorrow"]],
    ["move along behind it", TEXT.replace("You owe", "As agreed you owe"), ["90 euros", "tomorrow"]],
    ["are gone where they were edited", TEXT.replace("90", "120"), ["tomorrow"]],
    ["are gone with the words", TEXT.replace(", due tomorrow", ""), ["90 euros"]],
    ["are gone with the text", "", []],
  ])("findings %s", (_, after, expected) => {
    expect(wordsAt(after, moveFindings(found, "text", TEXT, after))).toEqual(expected);
  });

  it("those of the subject stay where they are", () => {
    const ofSubject = finding("90 euros", { part: "subject" });
    expect(moveFindings([ofSubject], "text", TEXT, "x")).toEqual([ofSubject]);
  });

  it("a letter typed within a run of the same letters moves what stands behind it", () => {
    const [moved] = moveFindings([{ ...finding("tomorrow"), from: 3, to: 5 }], "text", "aaabb", "aaaabb");
    expect(moved).toMatchObject({ from: 4, to: 6 });
  });
});
