import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as facts from "@/lib/core/facts";
import * as model from "@/lib/core/model";
import * as inboxes from "@/lib/core/model-inboxes";
import { LOCALES } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";

const status = messagesOf("en").status ?? {};

describe("texts", () => {
  it.each(LOCALES)("in %s have the same keys and values as in English", (locale) => {
    expect(shape(messagesOf(locale))).toEqual(shape(messagesOf("en")));
  });

  it("exist in a folder for every language and no other", () => {
    expect(readdirSync("messages").sort()).toEqual([...LOCALES].sort());
  });
});

describe("words for statuses", () => {
  it.each([
    ["sequence", model.SEQUENCE_STATUSES],
    ["enrollment", model.ENROLLMENT_STATUSES],
    ["message", model.MESSAGE_STATUSES],
    ["conversation", model.CONVERSATION_STATUSES],
    ["inbox", inboxes.INBOX_STATUSES],
    ["end", model.END_REASONS],
    ["ledger", model.LEDGER_KINDS],
    ["channel", model.STEP_CHANNELS],
    ["provider", inboxes.PROVIDERS],
    ["role", model.ROLES],
    ["unit", model.WAIT_UNITS],
    ["record", model.RECORD_KINDS],
    ["recordStatus", [...model.DEAL_STATUSES, ...model.APPOINTMENT_STATUSES, ...model.CHARGE_STATUSES]],
    ["reason", facts.REASON_CODES],
    ["because", facts.REASON_CODES],
  ])("cover every value of %s", (group, values) => {
    expect(Object.keys(status[group] ?? {})).toEqual(expect.arrayContaining([...values]));
  });
});

/** Keys with the names of their values; what stands inside the branches of a plural or select is free. */
function shape(value: unknown): unknown {
  if (typeof value === "string") return valueNames(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, below]) => [key, shape(below)]));
}

function valueNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === "{" && depth++ === 0)
      names.push(
        [...text]
          .slice(at + 1)
          .join("")
          .match(/^\s*\w+/)?.[0] ?? "",
      );
    if (character === "}") depth -= 1;
  }
  return [...new Set(names)].sort();
}
