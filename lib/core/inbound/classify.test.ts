import { describe, expect, it } from "vitest";
import { classifyInbound } from "./classify";
import { BY_PROGRAMS, NOTICES, OPT_INS, OPT_OUTS, REPLIES } from "./messages";

const NOW = new Date("2026-11-22T15:00:00Z");
const read = (text: string, isAutomatic = false) => classifyInbound({ text, isAutomatic, at: NOW });

describe("a message of a person", () => {
  it.each(OPT_OUTS)("is an opt-out: %s", (text) => expect(read(text).meaning).toBe("opt_out"));
  it.each(OPT_INS)("is an opt-in: %s", (text) => expect(read(text).meaning).toBe("opt_in"));
  it.each(REPLIES)("is a reply: %s", (text) =>
    expect(read(text)).toEqual({ meaning: "reply", returnOn: null }),
  );

  it("means the same in small, capitals, with and without accents", () => {
    for (const text of [...OPT_OUTS, ...OPT_INS]) {
      const bare = text.normalize("NFD").replace(/\p{M}/gu, "");
      expect(read(bare).meaning, bare).toBe(read(text).meaning);
    }
  });
});

describe("a message of a program", () => {
  it.each(BY_PROGRAMS)("is never taken for a reply: %s", (text, returnOn) => {
    expect(read(text)).toEqual(
      returnOn === false ? { meaning: "automatic", returnOn: null } : { meaning: "out_of_office", returnOn },
    );
  });

  it.each(NOTICES)("tells the day of return: %s", (text, returnOn) => {
    expect(read(text, true).returnOn).toBe(returnOn);
    expect(["automatic", "out_of_office"]).toContain(read(text, true).meaning);
  });

  it("opts nobody out, whatever it says", () => {
    for (const text of OPT_OUTS) expect(read(text, true).meaning).not.toBe("opt_out");
  });

  it("tells the absence from the subject, too", () => {
    const mail = { text: "See you!", isAutomatic: true, at: NOW };
    expect(classifyInbound({ ...mail, subject: "Out of office until 4 January" })).toEqual({
      meaning: "out_of_office",
      returnOn: "2027-01-04",
    });
  });
});

it("stands on more than 150 messages", () => {
  const all = [OPT_OUTS, OPT_INS, REPLIES, BY_PROGRAMS, NOTICES];
  expect(new Set(all.flat().map(String)).size).toBeGreaterThan(150);
});
