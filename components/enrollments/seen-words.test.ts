import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { CHANNEL_REASONS } from "@/lib/core/channel";
import { ZONE_SOURCES } from "@/lib/core/effective-zone";
import { INBOUND_MEANINGS, REPLY_EXITS, STEP_CHANNELS } from "@/lib/core/model";
import { SETTLEMENTS } from "@/lib/core/model-inboxes";
import { DRAFT_ORIGINS, FINDING_CODES, REPLY_INTENTS } from "@/lib/core/model-maestro";
import { LOCALES, type Locale } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import { LEFT_OUT, seenWords } from "./seen-words";
import type { Translate } from "./sentence";

/** The texts are read from files, so that their keys have no types. */
const translator = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale) }) as unknown as Translate;
const reader = { locale: "en", timeZone: "America/Sao_Paulo" };
const read = (code: string, data: Record<string, unknown>) =>
  seenWords(translator("en"), { code, data }, reader).map(({ label, says }) => [label, says]);

describe("what a rule saw is read as", () => {
  it("its rule, times in the reader's zone, and where the zone is from", () => {
    const data = { dueAt: "2026-03-10T01:30:00.000Z", zone: "Europe/Lisbon", zoneFrom: "phone" };
    expect(read("quiet_hours", data)).toEqual([
      ["Rule", "Quiet hours"],
      ["Due", "Mon, Mar 9, 2026, 22:30 GMT-3"],
      ["Time zone", "Europe/Lisbon"],
      ["Time zone taken from", "The area code of the contact’s phone"],
    ]);
  });

  it("words for what is compared, and nothing where nothing was found", () => {
    const data = { variable: "charge.status", operator: "equal", value: "paid", found: null };
    expect(read("skip_condition", data)).toEqual([
      ["Rule", "Skip rule"],
      ["Value looked at", "Charge status"],
      ["Compared how", "Is"],
      ["Compared with", "Paid"],
      ["Found", "Nothing"],
    ]);
  });

  it("a time where a limit is one, and no number where the inbox rests", () => {
    expect(read("contact_limit", { span: "gap", limit: 90, used: 1 })).toContainEqual([
      "Limit",
      "90 minutes",
    ]);
    expect(read("inbox_limit", { span: "day", limit: 90, used: 90 })).toContainEqual(["Limit", "90"]);
    expect(read("inbox_limit", { span: "rest", limit: 0, used: 0 })).toEqual([
      ["Rule", "Inbox’s limit"],
      ["What is limited", "The inbox rests"],
    ]);
  });

  it("an amount in its currency", () => {
    const data = { event: "charge.paid", afterEnd: false, amount: 50049, currency: "USD" };
    expect(read("event", data)).toEqual([
      ["Event", "A charge is paid"],
      ["After the end of the run", "No"],
      ["Worth", "$500.49"],
    ]);
  });

  it("no ids of its own, and the provider's at the end", () => {
    const data = { providerId: "wamid.1", draftId: "8c1f", channel: "whatsapp", detail: null };
    expect(read("131026", data)).toEqual([
      ["Channel", "WhatsApp"],
      ["Provider’s id", "wamid.1"],
    ]);
    expect(read("draft_discarded", { draftId: "8c1f" })).toEqual([]);
  });

  it("itself where nobody has named it, whatever letters it has", () => {
    expect(read("new_rule", { moon: "full", "a.b c": null, channel: "pigeon.post" })).toEqual([
      ["Channel", "pigeon.post"],
      [null, "full"],
      [null, "–"],
    ]);
  });
});

describe.each(LOCALES)("in %s", (locale) => {
  const t = translator(locale);

  it.each([...writtenNames()].sort())("“%s”, which a rule writes, has a label or is left out", (name) => {
    expect(LEFT_OUT.has(name) || t.has(`timeline.seen.${name}`)).toBe(true);
  });

  it.each([
    ["channelWhy", CHANNEL_REASONS],
    ["zoneFrom", ZONE_SOURCES],
    ["channel", [...STEP_CHANNELS, "all"]],
    ["meaning", INBOUND_MEANINGS],
    ["rule", REPLY_EXITS.filter((exit) => exit !== "off")],
    ["as", SETTLEMENTS],
    ["origin", DRAFT_ORIGINS],
    ["finding", FINDING_CODES],
    ["intent", REPLY_INTENTS],
    ["window", ["none", "open", "closed"]],
    ["do", ["template", "other_channel", "wait", "skip"]],
    ["span", ["second", "minute", "hour", "day", "week", "warm_up", "gap", "pair", "recipients", "rest"]],
  ])("every value of %s has words", (name, values) => {
    for (const value of values) {
      const [seen] = seenWords(t, { code: "", data: { [name]: value } }, { locale, timeZone: "UTC" });
      expect(seen?.says).not.toBe(value);
    }
  });
});

it("reading what the rules write finds what they write", () => {
  expect([...writtenNames()]).toEqual(
    expect.arrayContaining([
      "dueAt",
      "zoneFrom",
      "pausedUntil",
      "channelWhy",
      "fromStep",
      "isEdited",
      "rule",
    ]),
  );
});

/** What is spread into them from elsewhere in the code, and the names that it brings. */
const SPREADS: Record<string, readonly string[]> = {
  "zoneData(effective)": ["zone", "zoneFrom"],
  seen: ["target", "side"],
  data: ["span", "limit", "used"],
  "choice.obstacles": [
    ...["inboxes", "noAddress", "suppressed", "failing", "noTemplates", "windowClosed", "otherChannel"],
  ],
  '(outcome.kind === "accepted" && outcome.noted)': ["messageStatus"],
  "told.understood": ["intent", "by", "until", "confidence"],
  // What another decision has written.
  "because.data": [],
  "claim.noted": [],
  "decision.because.data": [],
  "waiting.data": [],
};

/** Written in SQL, or made by a function of its own. */
const ELSEWHERE = ["afterEnd", "amount", "currency", "method", "rule", "trigger"];

/** Of alerts and refusals, which are made beside decisions. */
const NOT_TOLD = ["actorId", "probeAt", "what"];

const WRITERS = [
  ...["lib/core", "lib/engine", "lib/enrollments", "lib/approvals", "lib/outcomes", "lib/records"],
  ...["lib/contacts/merge", "lib/contacts/erase", "lib/troubles"],
];

/** Where the data of a decision begins. */
const DATA =
  /(?:[bB]ecause[^;]{0,80}?\{\s*code:[^;{}]*?data: |const data(?:: [^=\n]+)? = |code: [^,{}]+,\s*data: |fail\("\w+", )(?=\{)/g;

/** The names of the values that decisions write into the ledger, read from the code that writes them. */
function writtenNames(): Set<string> {
  const names = new Set<string>(ELSEWHERE);
  for (const file of WRITERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))) {
    if (!/(?<!\.test)\.ts$/.test(file) || /\/test-/.test(file)) continue;
    const code = readFileSync(file, "utf8");
    if (!/\bbecause\b/i.test(code)) continue;
    for (const { index, 0: start } of code.matchAll(DATA))
      take(code.slice(index + start.length), names, file);
    for (const [, name = ""] of code.matchAll(/\bdata\.(\w+) = /g)) names.add(name);
  }
  for (const name of NOT_TOLD) names.delete(name);
  return names;
}

/** The names in the object that the code begins with. */
function take(code: string, names: Set<string>, file: string) {
  for (const part of partsOf(code)) {
    const spread = /^\.\.\.(?:\(.*?&& )?(?=\{)/s.exec(part);
    if (spread) take(part.slice(spread[0].length), names, file);
    else if (!part.startsWith("...")) names.add(/^\w+/.exec(part)?.[0] ?? part);
    else {
      const known = SPREADS[part.slice(3)];
      if (!known) throw new Error(`${file} spreads ${part} into a decision: name what it brings.`);
      for (const name of known) names.add(name);
    }
  }
}

/** What stands between the commas of the object that the code begins with. */
function partsOf(code: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of code) {
    if (/[{([]/.test(character) && depth++ === 0) continue;
    if (/[})\]]/.test(character) && --depth === 0) break;
    if (character === "," && depth === 1) parts.push("");
    else parts.push(parts.pop() + character);
  }
  return parts.map((part) => part.replace(/\/\/.*\n/g, "").trim()).filter((part) => part !== "");
}
