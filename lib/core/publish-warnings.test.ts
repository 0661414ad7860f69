import { describe, expect, it } from "vitest";
import { checkDraft, PUBLISH_FIELDS, PUBLISH_WARNING_CODES } from "./publish-check";
import {
  check,
  context,
  email,
  limits,
  one,
  type Row,
  rich,
  safe,
  saidInVariant,
  saying,
  sms,
  template,
  text,
  two,
  whatsapp,
} from "./test-drafts";
import { ALWAYS, aSnapshot, STEP_2 } from "./test-facts";

const RISKY: Row[] = [
  [
    "of a window without a template",
    one({ windowClosed: { do: "wait", days: 2 } }),
    ["0 windowClosed window_without_template"],
  ],
  ["not where no inbox has a window", one({ windowClosed: { do: "skip" } }), [], { inboxes: [sms] }],
  ["of a channel without an inbox", one({ channel: "sms" }), ["0 channel no_inbox"]],
  [
    "of a template that no inbox can send",
    saying({ type: "template", template }),
    ["0 channel no_template_inbox"],
    { inboxes: [sms] },
  ],
  [
    "of runs that a reply does not end",
    { ...one(), exitRules: { onReply: "off", replyDoes: "end", onResolution: true } },
    ["null exitRules no_exit_on_reply"],
  ],
  [
    "of replies that are handed to nobody",
    { ...one(), exitRules: { onReply: "any_channel", replyDoes: "pause", onResolution: true } },
    ["null exitRules nobody_for_replies"],
  ],
  [
    "not where somebody is responsible for the runs",
    {
      ...one(),
      exitRules: { onReply: "any_channel", replyDoes: "pause", onResolution: true },
      defaultAssigneeId: STEP_2,
    },
    [],
  ],
  [
    "of more than four steps",
    { steps: Array.from({ length: 5 }, (_, n) => safe({ id: `0-${n}` })) },
    ["null steps many_steps"],
  ],
  [
    "of a wait shorter than the gap between two messages",
    { ...two({ amount: 50, unit: "minutes" }), limits: limits({ gapMinutes: 60 }) },
    ["1 wait wait_under_limit"],
  ],
  ["not of one as long", { ...two({ amount: 60, unit: "minutes" }), limits: limits({ gapMinutes: 60 }) }, []],
  [
    "of more steps in a day than the account allows",
    two({ amount: 5, unit: "hours" }),
    ["1 wait wait_under_limit"],
    { settings: { sendingHours: ALWAYS, limits: limits({ perDay: 1 }) } },
  ],
  [
    "of more steps in a week than allowed",
    {
      steps: [0, 1, 2].map((n) => safe({ id: `0-${n}`, wait: { amount: 3, unit: "days" } })),
      limits: limits({ perWeek: 2 }),
    },
    ["2 wait wait_under_limit"],
  ],
  [
    "not of a wait for a date",
    {
      target: "charge",
      ...two({ amount: 1, unit: "hours", relative: { side: "before", ifPassed: "skip" } }),
      limits: limits({ perDay: 1 }),
    },
    [],
  ],
  [
    "of a limit that the account's own makes idle",
    { ...one(), limits: limits({ perDay: 5 }) },
    ["null limits limit_wider"],
    { settings: { sendingHours: ALWAYS, limits: limits({ perDay: 2 }) } },
  ],
  [
    "of a gap that the account's own makes idle",
    { ...one(), limits: limits({ gapMinutes: 5 }) },
    ["null limits limit_wider"],
    { settings: { sendingHours: ALWAYS, limits: limits({ gapMinutes: 20 }) } },
  ],
  ["of a value that may be missing", text("{{ contact.name }}"), ["0 text variable_without_fallback"]],
  [
    "of one that some are known to lack",
    text("{{ contact.name }}"),
    ["0 text variable_without_fallback"],
    { missing: new Map([["contact.name", 7]]) },
  ],
  [
    "not of one that nobody lacks",
    text("{{ contact.name }}"),
    [],
    { missing: new Map([["contact.name", 0]]) },
  ],
  ["not of what every charge has", { target: "charge", ...text("{{ charge.amount | money }}") }, []],
  [
    "of an email without a subject in a variant",
    one({
      content: { type: "text", text: "Hi", subject: "Hello" },
      variants: [{ id: "v", weight: 1, content: { type: "text", text: "Ho" } }],
    }),
    ["0 variants subject_missing"],
    { inboxes: [email] },
  ],
  [
    "of a variant that may fall outside the window",
    one({
      content: { type: "template", template },
      variants: [{ id: "v", weight: 1, content: { type: "text", text: "Ho" } }],
      windowClosed: { do: "skip" },
    }),
    ["0 windowClosed window_without_template"],
  ],
  [
    "of one in a variant",
    saidInVariant({ type: "text", text: "{{ contact.name }}" }),
    ["0 variants variable_without_fallback"],
  ],
  [
    "of one in the words for an open window",
    saying({ type: "template", template, openText: "{{ contact.name }}" }),
    ["0 text variable_without_fallback"],
  ],
  ["of an email without a subject", one(), ["0 subject subject_missing"], { inboxes: [email] }],
  [
    "of a long SMS",
    one({ channel: "sms", content: { type: "text", text: "x".repeat(161) } }),
    ["0 text sms_long"],
    { inboxes: [sms] },
  ],
  [
    "of an SMS that a single character makes long",
    one({ channel: "sms", content: { type: "text", text: `ã${"x".repeat(70)}` } }),
    ["0 text sms_long"],
    { inboxes: [sms] },
  ],
  [
    "not of one that is long by its variables alone",
    one({
      channel: "sms",
      content: { type: "text", text: `{{ contact.name | default: "${"x".repeat(200)}" }}` },
    }),
    [],
    { inboxes: [sms] },
  ],
  [
    "of reply buttons that a channel drops",
    rich({ quickReplies: ["Yes"], subject: "Hi" }),
    ["0 quickReplies quick_replies_dropped"],
    { inboxes: [whatsapp, email] },
  ],
  [
    "of AI that is not there",
    one({ compose: { mode: "ai_full", instruction: "Be kind" } }),
    ["0 compose ai_unavailable"],
    { hasMaestro: false },
  ],
  [
    "not of AI that is there",
    one({ compose: { mode: "ai_full", instruction: "Be kind" } }),
    [],
    { hasMaestro: true },
  ],
  [
    "of AI that never writes in place of a template",
    one({
      compose: { mode: "ai_assisted", instruction: "Be kind" },
      content: { type: "template", template },
    }),
    ["0 compose ai_for_templates"],
    { hasMaestro: true },
  ],
  [
    "of people held out for nothing to compare",
    { ...one(), holdoutPercent: 10 },
    ["null holdoutPercent holdout_without_goal"],
  ],
  ["not where a goal is compared", { ...one(), holdoutPercent: 10, goal: { event: "paid" } }, []],
];

describe("publishing warns", () => {
  it.each(RISKY)("%s", (_, draft, warnings, changes) => {
    expect(check(draft, changes)).toEqual({ problems: [], warnings });
  });

  it("of each risk that there is, alone", () => {
    const codes = new Set(RISKY.flatMap(([, , found]) => found.map((line) => line.split(" ")[2])));
    expect([...codes].sort()).toEqual([...PUBLISH_WARNING_CODES].sort());
  });

  it("with how many people lack a value", () => {
    const missing = new Map([["contact.name", 7]]);
    const { warnings } = checkDraft(aSnapshot(text("{{ contact.name }}")), context({ missing }));
    expect(warnings[0]?.data).toEqual({ variable: "contact.name", count: 7 });
  });

  it("with the characters that make an SMS shorter", () => {
    const draft = one({ channel: "sms", content: { type: "text", text: `ção${"x".repeat(70)}` } });
    const { warnings } = checkDraft(aSnapshot(draft), context({ inboxes: [sms] }));
    expect(warnings[0]?.data).toEqual({ segments: 2, count: 2, forcing: "ç ã" });
  });
});

it("a finding names a field that the screens know", () => {
  const fields = RISKY.flatMap(([, , found]) => found.map((line) => line.split(" ")[1]));
  expect(PUBLISH_FIELDS).toEqual(expect.arrayContaining([...new Set(fields)]));
});
