import { type Finding, HARD_FINDINGS } from "@/lib/core/model-maestro";

export type FindingRange = { from: number; to: number; tone: "red" | "amber"; finding: Finding };

export const isHard = ({ code }: Finding): boolean => HARD_FINDINGS.includes(code);

/** What a person can vouch for: it has words, and none of the rules that hold for everybody forbids it. */
export const isVouchable = (finding: Finding): boolean => !isHard(finding) && finding.words !== "";

/**
 * What to underline in one part of a draft, in its order and never overlapping: the graver of two wins, then the
 * earlier. What is about the whole text is underlined nowhere.
 */
export function findingRanges(findings: readonly Finding[], part: Finding["part"], length: number) {
  const ranges = findings
    .filter((finding) => finding.part === part && finding.to > finding.from && !isAboutAll(finding, length))
    .map((finding): FindingRange => {
      const { from, to } = finding;
      return { from, to: Math.min(to, length), tone: isHard(finding) ? "red" : "amber", finding };
    })
    .sort((a, b) => rank(a) - rank(b) || a.from - b.from);
  const kept: FindingRange[] = [];
  for (const range of ranges) {
    const isFree = kept.every(({ from, to }) => range.to <= from || range.from >= to);
    if (range.to > range.from && isFree) kept.push(range);
  }
  return kept.sort((a, b) => a.from - b.from);
}

const rank = ({ tone }: FindingRange) => (tone === "red" ? 0 : 1);
const isAboutAll = ({ from, to }: Finding, length: number) => from === 0 && to >= length;

/**
 * The findings of a text after it was edited, until it is checked again: those before the edit stay, those behind it
 * move along, and those that it touches are gone.
 */
export function moveFindings(
  findings: readonly Finding[],
  part: Finding["part"],
  before: string,
  after: string,
): Finding[] {
  if (before === after) return [...findings];
  const start = sameLength(before, after, (text, index) => text[index]);
  const room = Math.min(before.length, after.length) - start;
  const tail = Math.min(
    room,
    sameLength(before, after, (text, index) => text[text.length - 1 - index]),
  );
  const changedTo = before.length - tail;
  const shift = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.part !== part || finding.from === finding.to) return [finding];
    if (finding.to <= start) return [finding];
    if (finding.from >= changedTo) {
      return [{ ...finding, from: finding.from + shift, to: finding.to + shift }];
    }
    return [];
  });
}

function sameLength(one: string, other: string, at: (text: string, index: number) => string | undefined) {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && at(one, count) === at(other, count)) count += 1;
  return count;
}
