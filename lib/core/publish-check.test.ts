import { describe, expect, it } from "vitest";
import type { SequenceDraft, Step } from "./model";
import { checkDraft, type PublishContext } from "./publish-check";
import { aSnapshot, aStep, OFFICE, STEP_1, STEP_2 } from "./test-facts";

const template = {
  name: "reminder",
  language: "en",
  parameters: ["{{ contact.first_name | default: 'you' }}"],
};
const whatsapp = { channel: "whatsapp", hasWindow: true, hasTemplates: true } as const;
const email = { channel: "email", hasWindow: false, hasTemplates: false } as const;
const sms = { channel: "sms", hasWindow: false, hasTemplates: false } as const;

function check(draft: Partial<SequenceDraft>, inboxes: PublishContext["inboxes"] = [whatsapp]) {
  const knownVariables = new Set(["contact.first_name", "contact.name"]);
  const { problems, warnings } = checkDraft(aSnapshot(draft), { knownVariables, inboxes });
  const short = ({ stepIndex, field, code }: (typeof problems | typeof warnings)[number]) =>
    `${stepIndex} ${field} ${code}`;
  return { problems: problems.map(short), warnings: warnings.map(short) };
}
const safe = (changes: Partial<Step> = {}) =>
  aStep({ windowClosed: { do: "template", template }, ...changes });
const text = (words: string, subject?: string) => safe({ content: { type: "text", text: words, subject } });

it("a sound draft has no problems and no warnings", () => {
  expect(check({ steps: [safe()] })).toEqual({ problems: [], warnings: [] });
});

describe("publishing is refused", () => {
  it.each<[string, Partial<SequenceDraft>, string[]]>([
    ["without steps", { steps: [] }, ["null steps no_steps"]],
    [
      "with too many",
      { steps: Array.from({ length: 21 }, (_, n) => safe({ id: `0-${n}` })) },
      ["null steps too_many_steps"],
    ],
    ["with a step twice", { steps: [safe(), safe()] }, ["1 steps duplicate_step_id"]],
    [
      "with no wait between steps",
      { steps: [safe(), safe({ id: STEP_2, wait: { amount: 0, unit: "hours" } })] },
      ["1 wait wait_zero"],
    ],
    ["not with no wait before the first", { steps: [safe({ wait: { amount: 0, unit: "hours" } })] }, []],
    [
      "with a wait over a year",
      { steps: [safe({ wait: { amount: 366, unit: "days" } })] },
      ["0 wait wait_too_long"],
    ],
    [
      "with a wait over a year in hours",
      { steps: [safe({ wait: { amount: 8_761, unit: "hours" } })] },
      ["0 wait wait_too_long"],
    ],
    [
      "with a time of day after hours",
      { steps: [safe({ wait: { amount: 3, unit: "hours", at: "09:00" } })] },
      ["0 wait time_needs_days"],
    ],
    ["with an empty text", { steps: [text("  ")] }, ["0 text text_empty"]],
    [
      "with an unknown variable",
      { steps: [text("{{ contact.nme }}", "{{ x }}")] },
      ["0 text unknown_variable", "0 subject unknown_variable"],
    ],
    ["with a broken text", { steps: [text("{{ contact.name")] }, ["0 text unclosed"]],
    [
      "with a loop",
      { steps: [text("{% for a in contact %}{% endfor %}")] },
      ["0 text tag_not_allowed", "0 text tag_not_allowed"],
    ],
    [
      "with an empty parameter",
      { steps: [safe({ content: { type: "template", template: { ...template, parameters: [" "] } } })] },
      ["0 template parameter_empty"],
    ],
    [
      "with a bad parameter for the closed window",
      {
        steps: [
          safe({ windowClosed: { do: "template", template: { ...template, parameters: ["{{ y }}"] } } }),
        ],
      },
      ["0 windowClosed unknown_variable"],
    ],
    [
      "with hours that end before they begin",
      { steps: [safe()], sendingHours: OFFICE.map(() => [{ from: "18:00", to: "09:00" }]) },
      ["null sendingHours hours_invalid"],
    ],
    [
      "with hours that never open",
      { steps: [safe()], sendingHours: OFFICE.map(() => []) },
      ["null sendingHours hours_never_open"],
    ],
  ])("%s", (_, draft, problems) => {
    expect(check(draft).problems).toEqual(problems);
  });

  it("with the place in the text", () => {
    const { problems } = checkDraft(aSnapshot({ steps: [text("a\n{{ contact.nme }}")] }), {
      knownVariables: new Set(["contact.first_name"]),
      inboxes: [whatsapp],
    });
    expect(problems).toEqual([
      {
        stepIndex: 0,
        stepId: STEP_1,
        field: "text",
        code: "unknown_variable",
        data: { line: 2, column: 4, length: 11, variable: "contact.nme", detail: null },
      },
    ]);
  });
});

describe("publishing warns", () => {
  const five = Array.from({ length: 5 }, (_, n) => safe({ id: `0-${n}` }));
  it.each<[string, Partial<SequenceDraft>, PublishContext["inboxes"], string[]]>([
    [
      "of a window without a template",
      { steps: [safe({ windowClosed: { do: "wait", days: 2 } })] },
      [whatsapp],
      ["0 windowClosed window_without_template"],
    ],
    ["not where no inbox has a window", { steps: [safe({ windowClosed: { do: "skip" } })] }, [sms], []],
    [
      "of a channel without an inbox",
      { steps: [safe({ channel: "sms" })] },
      [whatsapp],
      ["0 channel no_inbox"],
    ],
    [
      "of a template that no inbox can send",
      { steps: [safe({ content: { type: "template", template } })] },
      [sms],
      ["0 channel no_template_inbox"],
    ],
    [
      "of runs that a reply does not end",
      { steps: [safe()], exitRules: { onReply: "off", onResolution: true } },
      [whatsapp],
      ["null exitRules no_exit_on_reply"],
    ],
    ["of more than four steps", { steps: five }, [whatsapp], ["null steps many_steps"]],
    [
      "of a value that may be missing",
      { steps: [text("{{ contact.name }}")] },
      [whatsapp],
      ["0 text variable_without_fallback"],
    ],
    ["of an email without a subject", { steps: [safe()] }, [email], ["0 subject subject_missing"]],
    [
      "of a long SMS",
      { steps: [safe({ channel: "sms", content: { type: "text", text: "x".repeat(161) } })] },
      [sms],
      ["0 text sms_long"],
    ],
  ])("%s", (_, draft, inboxes, warnings) => {
    expect(check(draft, inboxes)).toEqual({ problems: [], warnings });
  });
});
