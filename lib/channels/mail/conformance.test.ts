import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailKindOf } from "@/lib/core/inbound/mail-kind";
import { readMail } from "./read-mail";

/** Real mails that lie beside the project; a clone without them skips this. */
const FOLDER = "../shared/conformance/mail";
const HUMAN = /^not-is-not/;
/** By what their collectors named them: abuse reports, automatic replies, bounces. */
const KIND_OF = (name: string) =>
  name.startsWith("bsd-arf") ? "complaint" : name.startsWith("bsd-rfc3834") ? "automatic" : "bounce";

describe.skipIf(!existsSync(FOLDER))("real mails", async () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".eml")) : [];
  const read = await Promise.all(
    names.map(async (name) => ({
      name,
      kind: mailKindOf(await readMail(readFileSync(`${FOLDER}/${name}`))),
    })),
  );

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
