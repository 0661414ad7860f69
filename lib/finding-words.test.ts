import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LIQUID_PROBLEM_CODES } from "@/lib/core/liquid-check";
import { PUBLISH_FIELDS, PUBLISH_PROBLEM_CODES, PUBLISH_WARNING_CODES } from "@/lib/core/publish-check";
import { LOCALES } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";

/** Every value that a finding may carry. */
const DATA = {
  ...{ line: 2, column: 4, length: 9, variable: "contact.plan", detail: "x", most: 3, unit: "days" },
  ...{
    channel: "sms",
    target: "deal",
    parameter: 1,
    expected: 2,
    found: 1,
    name: "reminder",
    language: "en",
  },
  ...{ status: "PAUSED", number: 1, title: "Yes", value: "many", endsOn: "2026-11-17", do: "skip", steps: 5 },
  ...{ span: "day", limit: "perDay", ours: 5, theirs: 2, count: 1, segments: 2, forcing: "ã", percent: 10 },
  ...{ event: "charge.paid", about: "charge", type: "image", differs: "header_missing", button: 1, max: 3 },
};

describe.each(LOCALES)("in %s", (locale) => {
  const t = createTranslator({
    locale,
    messages: messagesOf(locale),
    onError(error) {
      throw error;
    },
  }) as unknown as (key: string, values?: object) => string;

  it.each([...PUBLISH_PROBLEM_CODES, ...LIQUID_PROBLEM_CODES])("the problem %s has a sentence", (code) => {
    expect(t(`errors.publish.${code}`, DATA)).toMatch(/\.$/);
  });

  it.each(PUBLISH_WARNING_CODES)("the warning %s has a sentence and says why it matters", (code) => {
    expect(t(`sequences.warning.${code}`, DATA)).toMatch(/\.$/);
    expect(t(`sequences.warningWhy.${code}`)).toMatch(/\.$/);
  });

  it("every field of a finding has a name", () => {
    for (const field of PUBLISH_FIELDS) expect(t(`sequences.publish.fields.${field}`)).toBeTruthy();
  });

  it("nothing is said of characters where none makes an SMS shorter", () => {
    expect(t("sequences.warning.sms_long", { ...DATA, count: 0, forcing: "" })).toMatch(/2[^.]*\.$/);
  });
});
