import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAIL_KINDS, mailKindOf } from "@/lib/core/inbound/mail-kind";
import { report } from "@/scripts/test/report";
import { readMail } from "./read-mail";

/** Real mails that lie beside the project; a clone without them skips this. */
const FOLDER = "../shared/conformance/mail";
const HUMAN = /^not-is-not/;
/** By what their collectors named them: abuse reports, automatic replies, bounces. */
const KIND_OF = (name: string) =>
  name.startsWith("bsd-arf") ? "complaint" : name.startsWith("bsd-rfc3834") ? "automatic" : "bounce";

if (!existsSync(FOLDER))
  console.warn(`Real mails are not at ${FOLDER}: what is made of them is not looked at`);

describe.skipIf(!existsSync(FOLDER))("real mails", async () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".eml")) : [];
  const read = await Promise.all(
    names.map(async (name) => ({
      name,
      kind: mailKindOf(await readMail(readFileSync(`${FOLDER}/${name}`))),
    })),
  );

  it("are counted by what they are and what they are taken for", () => {
    const GROUPS: [string, RegExp][] = [
      ["bounces (bsd-lhost, bsd-rhost, bsd-rfc3464)", /^bsd-(lhost|rhost|rfc3464)/],
      ["complaints (bsd-arf)", /^bsd-arf/],
      ["automatic replies (bsd-rfc3834)", /^bsd-rfc3834/],
      ["people (not-is-not)", HUMAN],
      ["a bounce with a broken mail in it (not-rb)", /^not-rb/],
    ];
    const rows = GROUPS.map(([group, names]) => {
      const mails = read.filter(({ name }) => names.test(name));
      const counts = MAIL_KINDS.map((kind) => mails.filter((mail) => mail.kind === kind).length);
      return [group, ...counts.map(String), String(mails.length)];
    });
    report("Mails: what they are (lines) and what they are taken for (columns)", [
      ["", ...MAIL_KINDS, "in all"],
      ...rows,
    ]);
    const counted = rows.map((row) => Number(row.at(-1)));
    expect(counted).not.toContain(0);
    expect(counted.reduce((sum, count) => sum + count)).toBe(read.length);
  });

  it("of programs are known as such: at least 98 of 100", () => {
    const programs = read.filter(({ name }) => !HUMAN.test(name));
    const missed = programs.filter(({ kind }) => kind === "person").map(({ name }) => name);
    expect(programs.length).toBeGreaterThan(200);
    expect(missed.length / programs.length, missed.join(", ")).toBeLessThanOrEqual(0.02);
  });

  it("of people are never taken for a program's", () => {
    const people = read.filter(({ name }) => HUMAN.test(name));
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter(({ kind }) => kind !== "person")).toEqual([]);
  });

  it("are told apart by kind: at least 95 of 100", () => {
    const wrong = read.filter(({ name, kind }) => !HUMAN.test(name) && kind !== KIND_OF(name));
    expect(wrong.length / read.length, wrong.map(({ name }) => name).join(", ")).toBeLessThanOrEqual(0.05);
  });
});
