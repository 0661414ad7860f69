import { describe, expect, it } from "vitest";
import { MAX_TEXT_LENGTH } from "@/lib/core/compose-with";
import { type RenderContext, renderText } from "@/lib/core/liquid";
import { smsSize } from "@/lib/core/message-size";
import { RECORD_KINDS, SETTINGS_DEFAULTS, type Target } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import type { PublishContext } from "@/lib/core/publish-check";
import { namesOf, VARIABLES, variablesFor } from "@/lib/core/variables";
import { LOCALES, type Locale } from "@/lib/locale";
import { draftFindings } from "@/lib/sequences/draft-check";
import { instantiate } from "./instantiate";
import { READY_MADE } from "./ready-made";
import { sampleContext } from "./sample";
import { PURPOSES, type ReadyMade } from "./schema";

const NOW = new Date("2026-11-22T12:00:00Z");

/** An account that has an inbox of every channel. */
const settings = {
  timeZone: "America/Sao_Paulo",
  useContactZone: false,
  sendingHours: Array.from({ length: 7 }, () => [{ from: "08:00", to: "20:00" }]),
  holidays: [],
  locale: "en" as const,
  country: "BR",
  currency: "BRL",
  limits: { perDay: null, perWeek: null, gapMinutes: null },
  ...SETTINGS_DEFAULTS,
};
const contextFor = (target: Target): PublishContext => ({
  knownVariables: namesOf(variablesFor(target, VARIABLES)),
  inboxes: [
    { channel: "whatsapp", hasWindow: true, hasTemplates: true },
    { channel: "email", hasWindow: false, hasTemplates: false },
    { channel: "sms", hasWindow: false, hasTemplates: false },
  ],
});

const everyLanguage = READY_MADE.flatMap((readyMade) =>
  LOCALES.map((locale) => ({ id: readyMade.id, locale, readyMade })),
);

/**
 * Nobody's approved WhatsApp templates are known here, so free text may meet a closed window; each such step says what
 * it does then. The payment reminder has its five messages on purpose.
 */
const EXPECTED_WARNINGS: Record<string, string[]> = {
  "payment-before-due": ["many_steps", "window_without_template"],
  default: ["window_without_template"],
};

describe("the gallery", () => {
  it("has a ready-made sequence for each stated purpose, each under an id of its own", () => {
    expect(new Set(READY_MADE.map(({ id }) => id)).size).toBe(15);
    expect(new Set(READY_MADE.map(({ purpose }) => purpose))).toEqual(new Set(PURPOSES));
  });

  it("reminds of a payment 3 days before it is due, on the day, and 2, 5 and 10 days after", () => {
    const reminder = READY_MADE.find(({ id }) => id === "payment-before-due");
    const days = reminder?.steps.map(({ wait }) => `${wait.relative?.side} ${wait.amount} ${wait.unit}`);
    expect(days).toEqual(["before 3 days", "after 0 days", "after 2 days", "after 5 days", "after 10 days"]);
    expect(new Set(reminder?.steps.map(({ channel }) => channel)).size).toBeGreaterThan(1);
  });

  it("gives every draft step ids that no other draft has", () => {
    const [first] = READY_MADE;
    if (!first) throw new Error("The gallery is empty.");
    const ids = [instantiate(first, "en"), instantiate(first, "en")].flatMap(({ steps }) =>
      steps.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(everyLanguage)("$id in $locale", ({ id, locale, readyMade }) => {
  const draft = instantiate(readyMade, locale);

  it("can be published as it is, with the warnings that are known", () => {
    const { problems, warnings } = draftFindings(draft, contextFor(readyMade.target));
    expect(problems).toEqual([]);
    expect(sequenceSnapshotSchema.safeParse(draft).error).toBeUndefined();
    const expected = EXPECTED_WARNINGS[id] ?? EXPECTED_WARNINGS.default ?? [];
    expect([...new Set(warnings.map(({ code }) => code))].sort()).toEqual(
      readyMade.steps.some(({ windowClosed }) => windowClosed) ? expected : [],
    );
  });

  it.each(["everything", "only a name", "no name"] as const)("is complete for somebody with %s", (known) => {
    const texts = rendered(readyMade, locale, known);
    for (const { channel, text, subject } of texts) {
      expect(text).not.toMatch(/[{}]| {2}|\s[,.!?]|undefined|null/);
      expect(text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH.sms);
      if (channel === "sms")
        expect([text, smsSize(text)]).toMatchObject([text, { segments: 1, isUnicode: false }]);
      else expect(subject?.length).toBeGreaterThan(0);
      expect(subject?.length ?? 0).toBeLessThanOrEqual(60);
    }
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    const subjects = texts.flatMap(({ subject }) => subject ?? []);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it("asks or offers one thing a message, and shouts nowhere", () => {
    for (const { text, subject } of rendered(readyMade, locale, "everything")) {
      expect(text.match(/\?(?=\s|$)/g)?.length ?? 0).toBeLessThanOrEqual(3);
      expect(`${subject} ${text}`).not.toMatch(/!!|\p{Extended_Pictographic}|[A-ZÁÉÍÓÚÃÇ]{7,}/u);
      expect(`${subject} ${text}`).not.toMatch(
        /last chance|última (chance|oportunidad)|act now|limited time/i,
      );
    }
  });
});

describe("the languages", () => {
  it.each(READY_MADE)("of $id are written each for itself", (readyMade) => {
    const saysIn = (locale: Locale) => [
      ...Object.values(readyMade.words[locale]),
      ...readyMade.steps.map(({ texts }) => texts[locale].text),
    ];
    const all = LOCALES.flatMap(saysIn);
    expect(new Set(all).size).toBe(all.length);
    const toldIn = (locale: Locale) => readyMade.steps.map(({ texts }) => texts[locale].text).join(" ");
    expect(toldIn("pt-BR")).toMatch(/você|seu|sua/i);
    expect(toldIn("es")).not.toMatch(/\b(tú|tu|vos|vosotros|te)\b/i);
    expect(toldIn("es")).toMatch(/\b(usted|le|su)\b/i);
  });
});

function rendered(readyMade: ReadyMade, locale: Locale, known: "everything" | "only a name" | "no name") {
  const full = sampleContext(readyMade.target, locale, { account: "Café Aurora", settings, now: NOW });
  const context = known === "everything" ? full : { ...full, values: sparse(full.values, known) };
  return readyMade.steps.map(({ channel, texts }) => ({
    channel,
    text: shown(texts[locale].text, context),
    subject: texts[locale].subject === undefined ? null : shown(texts[locale].subject, context),
  }));
}

/** Only what is always there: the account's name, and of a record what it cannot be without. */
function sparse(values: RenderContext["values"], known: "only a name" | "no name"): RenderContext["values"] {
  const always = ["title", "starts_at", "due_date", "status"];
  const records = RECORD_KINDS.flatMap((kind) => {
    const record = Object.entries(values[kind] ?? {}).filter(([key]) => always.includes(key));
    return [[kind, Object.fromEntries(record)]] as const;
  });
  return {
    contact: known === "no name" ? {} : { name: "Ana Souza", first_name: "Ana" },
    account: values.account ?? {},
    agent: {},
    ...Object.fromEntries(records),
  };
}

function shown(text: string, context: RenderContext): string {
  const result = renderText(text, context);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result)}`);
  return result.text;
}
