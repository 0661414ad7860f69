import { describe, expect, it } from "vitest";
import { classifyInbound } from "./inbound/classify";
import { OPT_OUTS } from "./inbound/messages";
import { replyIntent } from "./reply-intent";
import { COMPLAINTS, INTERESTS, NOT_NOWS, UNCERTAIN, WRONG_PERSONS } from "./reply-intent-messages";

/** A Wednesday. */
const TODAY = "2026-11-18";
const read = (text: string) => replyIntent(text, TODAY);

describe("a rule is certain of", () => {
  it.each(WRONG_PERSONS)("the wrong person: %s", (text) =>
    expect(read(text)).toEqual({ intent: "wrong_person" }),
  );
  it.each(COMPLAINTS)("a complaint: %s", (text) => expect(read(text)).toEqual({ intent: "complaint" }));
  it.each(NOT_NOWS)("a not now: %s", (text, until) =>
    expect(read(text)).toEqual(until === null ? { intent: "not_now" } : { intent: "not_now", until }),
  );
  it.each(INTERESTS)("interest: %s", (text) => expect(read(text)).toEqual({ intent: "interested" }));
});

it.each(UNCERTAIN)("says nothing where it is not certain: %s", (text) => expect(read(text)).toBeNull());

it("stands on more than 120 messages", () => {
  const all = [WRONG_PERSONS, COMPLAINTS, NOT_NOWS.map(([text]) => text), INTERESTS, UNCERTAIN].flat();
  expect(new Set(all).size).toBeGreaterThan(120);
});

it("means the same in small, capitals, with and without accents", () => {
  for (const text of [...COMPLAINTS, ...NOT_NOWS.map(([one]) => one), ...INTERESTS]) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "");
    for (const written of [bare, text.toUpperCase(), text.toLowerCase()])
      expect(read(written), written).toEqual(read(text));
  }
});

it("takes nothing for an opt-out, and no opt-out's place: that is found before", () => {
  const at = new Date(`${TODAY}T12:00:00Z`);
  for (const text of OPT_OUTS)
    expect(classifyInbound({ text, isAutomatic: false, at }).meaning).toBe("opt_out");
  const all = [...WRONG_PERSONS, ...COMPLAINTS, ...NOT_NOWS.map(([text]) => text), ...INTERESTS];
  for (const text of all)
    expect(classifyInbound({ text, isAutomatic: false, at }).meaning, text).toBe("reply");
});

it("names only days that are ahead, and none beyond a year", () => {
  for (const today of ["2026-12-31", "2027-02-28", "2028-02-29", "2026-11-23", "2026-11-30"])
    for (const [text] of NOT_NOWS) {
      const until = replyIntent(text, today)?.until;
      if (until !== undefined)
        expect(until > today && until < `${Number(today.slice(0, 4)) + 2}`, text).toBe(true);
    }
});
