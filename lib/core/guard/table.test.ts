import { describe, expect, it } from "vitest";
import { languageOf } from "@/lib/maestro/language";
import { guard } from "./guard";
import { HELD_OUT, TABLE } from "./table/cases";
import { type GuardCase, PLANTED_KINDS } from "./table/types";

const ALL = [...TABLE, ...HELD_OUT];
const faithful = (cases: readonly GuardCase[]) => cases.filter(({ planted }) => planted === null);
const isOf = (language: string) => (one: GuardCase) => one.language === language;

describe("the table", () => {
  it("names every case once", () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    const texts = ALL.map(({ text, subject }) => `${subject}\n${text}`);
    expect(new Set(texts).size).toBe(ALL.length);
  });

  it.each(["en", "pt-BR", "es"])("has enough drafts in %s, half of them faithful", (language) => {
    const cases = TABLE.filter(isOf(language));
    expect(cases.length).toBeGreaterThanOrEqual(110);
    const share = faithful(cases).length / cases.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });

  it("holds out at least sixty drafts of other scenes", () => {
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(60);
    const sceneOf = ({ id }: GuardCase) => id.split("/")[0];
    const known = new Set(TABLE.map(sceneOf));
    expect(HELD_OUT.filter((one) => known.has(sceneOf(one)))).toEqual([]);
  });

  it("plants every kind somewhere", () => {
    const planted = new Set(TABLE.map((one) => one.planted?.kind));
    expect(PLANTED_KINDS.filter((kind) => !planted.has(kind))).toEqual([]);
  });
});

/** What the guard makes of a case, asked as the composing of messages asks it. */
const findingsOf = (one: GuardCase) =>
  guard({
    ...{ text: one.text, subject: one.subject, channel: one.channel, needsSubject: one.subject !== null },
    ...{ language: one.language, writtenIn: languageOf(one.text), facts: one.facts, today: one.today },
    ...{ bannedWords: one.bannedWords, earlier: one.earlier, vouched: [] },
  });
/** Found where it was planted; what is wrong with the whole of a text is found in the whole. */
function isCaught(one: GuardCase): boolean {
  const { kind, words } = one.planted ?? { kind: "repeat", words: "" };
  const isOfWhole = kind === "length" || kind === "language" || kind === "repeat";
  return findingsOf(one).some(({ part, from, to }) => {
    const at = (part === "subject" ? (one.subject ?? "") : one.text).indexOf(words);
    return isOfWhole || (at >= 0 && from < at + words.length && to > at);
  });
}
const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;

describe("the guard", () => {
  it("lets no more than one in a hundred inventions of the table pass", () => {
    const inventions = TABLE.filter(({ planted }) => planted !== null);
    const missed = inventions.filter((one) => !isCaught(one));
    expect(share(missed, inventions), missed.map(({ id }) => id).join(" ")).toBeLessThanOrEqual(0.01);
  });

  it("blocks no more than two in a hundred of the faithful drafts of the table", () => {
    const blocked = faithful(TABLE).filter((one) => findingsOf(one).length > 0);
    expect(share(blocked, faithful(TABLE)), blocked.map(({ id }) => id).join(" ")).toBeLessThanOrEqual(0.02);
  });
});

/** What counts as said, by a look that shares nothing with the guard: runs of digits, and nothing of what they mean. */
const SPOKEN_FREELY = new Set(["1", "2", "00"]);
/** Days until a date that stands in a sentence. */
const COUNTED = new Set(["pt-cart/faithful-5: 3", "en-cart/faithful-5: 3", "es-cart/faithful-5: 3"]);
const digitsIn = (text: string) => text.match(/\d+/g) ?? [];

describe("planted words", () => {
  it.each(TABLE.concat(HELD_OUT).filter(({ planted }) => planted !== null))(
    "$id stands in it once",
    (one) => {
      const words = one.planted?.words ?? "";
      const parts = [one.text, one.subject ?? ""].map((part) => part.split(words).length - 1);
      expect(words).not.toBe("");
      expect(parts[0] === 1 || parts[1] === 1, words).toBe(true);
      expect(one.planted?.why).toMatch(/\.$/);
    },
  );
});

describe("faithful drafts", () => {
  it.each(faithful(ALL))("$id says no digits that its facts do not", (one) => {
    const known = knownDigits(one);
    const isCounted = (digits: string) => COUNTED.has(`${one.id}: ${digits}`);
    const said = digitsIn(`${one.subject ?? ""}\n${one.text}`).filter((digits) => !SPOKEN_FREELY.has(digits));
    expect(said.filter((digits) => !known.has(digits) && !isCounted(digits))).toEqual([]);
  });
});

/** Every run of digits of the facts, of the ways to write their amounts, days and times, and of days from today on. */
function knownDigits({ facts, today }: GuardCase): Set<string> {
  const forms = facts.flatMap((fact): string[] => {
    if (typeof fact.value === "number") return amountForms(fact.value);
    const days = fact.value.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    return [fact.value, ...phoneForms(fact.value), ...days.map((day) => daysBetween(today, day))];
  });
  return new Set(forms.flatMap(digitsIn).flatMap(timeForms));
}

function amountForms(value: number): string[] {
  const plain = new Intl.NumberFormat("en", { useGrouping: false }).format(value);
  const two = value.toFixed(2);
  const grouped = new Intl.NumberFormat("en", { minimumFractionDigits: 2 }).format(value);
  return [plain, two, grouped, new Intl.NumberFormat("en").format(value), String(value / 1_000)];
}

/** A telephone number is cut in many ways; which one is right the guard has to know, not this. */
function phoneForms(text: string): string[] {
  return (text.match(/\+?\d[\d ()./-]{6,}\d/g) ?? []).flatMap((number) => {
    const digits = number.replace(/\D/g, "");
    const cuts = Array.from({ length: digits.length }, (_, from) =>
      Array.from({ length: digits.length - from }, (_, size) => digits.slice(from, from + size + 1)),
    );
    const national = cuts.flat().filter((cut) => cut.length >= 2);
    return [...national, ...national.map((cut) => `0${cut}`)];
  });
}

const daysBetween = (from: string, to: string): string =>
  String(Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000);

/** `09` is 9, 14 is 2 of the afternoon, and 2026 is 26. */
function timeForms(digits: string): string[] {
  const value = Number(digits);
  const spelt = [digits, String(value), String(value).padStart(2, "0")];
  if (value > 12 && value < 24) spelt.push(String(value - 12));
  if (value < 12) spelt.push(String(value + 12));
  if (digits.length === 4 && digits.startsWith("20")) spelt.push(digits.slice(2));
  return spelt;
}
