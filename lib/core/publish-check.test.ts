import { describe, expect, it } from "vitest";
import { LIQUID_PROBLEM_CODES } from "./liquid-check";
import { NO_CONTACT_LIMITS } from "./model";
import { checkDraft, PUBLISH_FIELDS, PUBLISH_PROBLEM_CODES } from "./publish-check";
import {
  button,
  check,
  context,
  file,
  head,
  hsm,
  one,
  type Row,
  reads,
  rich,
  safe,
  saidInVariant,
  saying,
  skip,
  template,
  text,
  two,
} from "./test-drafts";
import { ALWAYS, aSnapshot, OFFICE, STEP_1, STEP_2 } from "./test-facts";

it("a sound draft has no problems and no warnings", () => {
  expect(check(one())).toEqual({ problems: [], warnings: [] });
});

const REFUSED: Row[] = [
  ["without steps", { steps: [] }, ["null steps no_steps"]],
  [
    "with too many",
    { steps: Array.from({ length: 21 }, (_, n) => safe({ id: `0-${n}` })) },
    ["null steps too_many_steps"],
  ],
  ["with a step twice", { steps: [safe(), safe()] }, ["1 steps duplicate_step_id"]],
  ["with no wait between steps", two({ amount: 0, unit: "hours" }), ["1 wait wait_zero"]],
  ["not with no wait before the first", one({ wait: { amount: 0, unit: "hours" } }), []],
  ["with a wait over a year", one({ wait: { amount: 366, unit: "days" } }), ["0 wait wait_too_long"]],
  [
    "with a wait over a year in hours",
    one({ wait: { amount: 8_761, unit: "hours" } }),
    ["0 wait wait_too_long"],
  ],
  [
    "with a time of day after hours",
    one({ wait: { amount: 3, unit: "hours", at: "09:00" } }),
    ["0 wait time_needs_days"],
  ],
  [
    "with a wait for a date that the target does not have",
    one({ wait: { amount: 3, unit: "days", relative: { side: "before", ifPassed: "skip" } } }),
    ["0 wait relative_without_date"],
  ],
  [
    "not with no wait after a date",
    { target: "charge", ...two({ amount: 0, unit: "days", relative: { side: "after", ifPassed: "skip" } }) },
    [],
  ],
  ["with an empty text", text("  "), ["0 text text_empty"]],
  ["not with media alone", rich({ text: "", media: file("image") }), []],
  [
    "with a text that no WhatsApp message holds",
    one({ channel: "whatsapp", content: { type: "text", text: "x".repeat(4_097) } }),
    ["0 text message_too_long"],
  ],
  [
    "with a caption that is too long",
    one({
      channel: "whatsapp",
      content: { type: "rich", text: "x".repeat(1_025), media: file("image"), quickReplies: [] },
    }),
    ["0 text message_too_long"],
  ],
  [
    "with an unknown variable",
    text("{{ contact.nme }}", "{{ x }}"),
    ["0 text unknown_variable", "0 subject unknown_variable"],
  ],
  ["with a variable of another target", text("{{ deal.title }}"), ["0 text other_target_variable"]],
  ["not with one of its own", { target: "deal", ...text("{{ deal.title }}") }, []],
  ["with a broken text", text("{{ contact.name"), ["0 text unclosed"]],
  ["with braces that close nothing", text("a }} b"), ["0 text stray_braces"]],
  ["with a filter that there is not", text("{{ contact.name | shout }}"), ["0 text unknown_filter"]],
  ["with braces around nothing", text("{{ }}"), ["0 text empty_output"]],
  ["with a name that is computed", text("{{ contact[contact.name] }}"), ["0 text computed_name"]],
  ["with a text that cannot be read", text("{% if contact.name %}"), ["0 text syntax"]],
  ["with a text that is too long to read", text("x".repeat(20_001)), ["0 text too_long"]],
  [
    "with a loop",
    text("{% for a in contact %}{% endfor %}"),
    ["0 text tag_not_allowed", "0 text tag_not_allowed"],
  ],
  ["with a bad preheader", rich({ preheader: "{{ y }}" }), ["0 preheader unknown_variable"]],
  [
    "with bad words for an open window",
    saying({ type: "template", template, openText: "{{ y }}" }),
    ["0 text unknown_variable"],
  ],
  ["with an empty parameter", hsm({ parameters: [" "] }), ["0 template parameter_empty"]],
  [
    "with a bad parameter for the closed window",
    one({ windowClosed: { do: "template", template: { ...template, parameters: ["{{ y }}"] } } }),
    ["0 windowClosed unknown_variable"],
  ],
  ["with too few values for a template", hsm({ body: "{{1}} {{2}}" }), ["0 template parameter_count"]],
  ["with values that have no names", hsm({ parameterNames: [] }), ["0 template parameter_count"]],
  ["not with the right ones", hsm({ body: "Dear {{first}}", parameterNames: ["first"] }), []],
  ["with a template that Meta does not list", hsm({ name: "other" }), ["0 template template_unknown"]],
  [
    "with a template that Meta has not in this language",
    hsm({ language: "es" }),
    ["0 template template_unknown"],
  ],
  [
    "with a template that Meta no longer lists",
    hsm({}),
    ["0 template template_unknown"],
    { hsmTemplates: [{ name: "reminder", language: "en", status: "MISSING" }] },
  ],
  ...["PAUSED", "REJECTED", "DISABLED", "PENDING"].map(
    (status): Row => [
      `with a template that is ${status}`,
      hsm({}),
      ["0 template template_unusable"],
      { hsmTemplates: [{ name: "reminder", language: "en", status }] },
    ],
  ),
  [
    "with such a template for the closed window",
    one(),
    ["0 windowClosed template_unusable"],
    { hsmTemplates: [{ name: "reminder", language: "en", status: "PAUSED" }] },
  ],
  ["not with any template while none was read", hsm({ name: "other" }), [], { hsmTemplates: null }],
  [
    "with too few values, as Meta has the template now",
    hsm({ parameters: ["a"] }),
    ["0 template template_differs"],
    reads({ variables: ["1", "2"] }),
  ],
  ["not with as many as it wants", hsm({ parameters: ["a"] }), [], reads({ variables: ["1"] })],
  [
    "without the image that the template wants",
    hsm({ parameters: [] }),
    ["0 template template_differs"],
    reads({ header: { type: "image", name: null } }),
  ],
  [
    "without the end of a button's address",
    hsm({ parameters: [] }),
    ["0 template template_differs"],
    reads({ buttons: [{ type: "url", isRequired: true }] }),
  ],
  ["with an empty head", head({ value: " " }), ["0 template header_empty"]],
  ["with a file that is no address", head({ value: "www.example.com/a.png" }), ["0 template header_file"]],
  ["with a file over plain http", head({ value: "http://x.example/a.png" }), ["0 template header_file"]],
  ["not with a media id", head({ value: "1339122577140210" }), []],
  ["not with an address that is filled in", head({ value: "https://x.example/{{ contact.plan }}" }), []],
  ["with an unknown variable in the head", head({ value: "{{ y }}" }), ["0 template unknown_variable"]],
  [
    "with a head of too many words",
    head({ type: "text", value: "x".repeat(61) }),
    ["0 template header_long"],
  ],
  ["with an empty end of an address", button({ value: "" }), ["0 template button_empty"]],
  ["with blanks in an address", button({ value: "a b" }), ["0 template button_spaces"]],
  [
    "with a code that is too long",
    button({ type: "copy_code", value: "x".repeat(16) }),
    ["0 template button_long"],
  ],
  ["not with an empty payload", button({ type: "quick_reply", value: "" }), []],
  [
    "with a list of replies below an image",
    rich({ media: file("image"), quickReplies: ["1", "2", "3", "4"] }),
    ["0 quickReplies list_with_media"],
  ],
  [
    "with a button of 21 letters",
    rich({ quickReplies: ["x".repeat(21)] }),
    ["0 quickReplies quick_reply_long"],
  ],
  ["not with a row of 24", rich({ quickReplies: ["x".repeat(24), "2", "3", "4"] }), []],
  ["with words beside an audio", rich({ media: file("audio") }), ["0 media audio_with_text"]],
  [
    "not by email",
    one({
      channel: "email",
      content: { type: "rich", text: "Hi", media: file("audio"), quickReplies: [] },
    }),
    [],
  ],
  [
    "with a bad template for the closed window of a variant",
    one({
      content: { type: "template", template },
      variants: [{ id: STEP_2, weight: 1, content: { type: "text", text: "Hi" } }],
      windowClosed: { do: "template", template: { ...template, name: "other" } },
    }),
    ["0 windowClosed template_unknown"],
  ],
  ["with an empty reply button", rich({ quickReplies: ["Yes", " "] }), ["0 quickReplies quick_reply_empty"]],
  [
    "with a reply button twice",
    rich({ quickReplies: ["Yes", "Yes "] }),
    ["0 quickReplies quick_reply_twice"],
  ],
  ["with reply buttons under nothing", rich({ text: "", quickReplies: ["Yes"] }), ["0 text text_empty"]],
  [
    "with AI and no instruction",
    one({ compose: { mode: "ai_assisted", instruction: " " } }),
    ["0 compose instruction_missing"],
  ],
  ["with a variant that says nothing", saidInVariant({ type: "text", text: "" }), ["0 variants text_empty"]],
  [
    "with a variant whose template is unknown",
    saidInVariant({ type: "template", template: { ...template, name: "other" } }),
    ["0 variants template_unknown"],
  ],
  [
    "with a rule about an attribute that was deleted",
    skip({ variable: "contact.gone" }),
    ["0 skipRules condition_unknown_variable"],
  ],
  [
    "with a rule about another target",
    skip({ variable: "charge.status" }),
    ["0 skipRules other_target_variable"],
  ],
  ["not with one about its own", { target: "charge", ...skip({ variable: "charge.status" }) }, []],
  ["with a rule that compares with nothing", skip({ value: " " }), ["0 skipRules condition_without_value"]],
  ["not where nothing is compared", skip({ operator: "is_set", value: "" }), []],
  [
    "with a rule that compares a number with words",
    skip({ operator: "greater", value: "many" }),
    ["0 skipRules condition_not_comparable"],
  ],
  ["not with dates", skip({ operator: "less", value: "2026-11-18" }), []],
  [
    "with a trigger whose condition names nothing known",
    {
      ...one(),
      triggers: [
        {
          event: "contact.created",
          match: "all",
          conditions: [{ variable: "contact.gone", operator: "is_set", value: "" }],
        },
      ],
    },
    ["null triggers condition_unknown_variable"],
  ],
  [
    "not with conditions on what the event is about, and on its own values",
    {
      ...one(),
      triggers: [
        {
          event: "charge.paid",
          match: "any",
          conditions: [{ variable: "charge.amount", operator: "greater", value: "50" }],
          groups: [
            { match: "all", conditions: [{ variable: "event.method", operator: "equal", value: "card" }] },
          ],
        },
      ],
    },
    [],
  ],
  [
    "with a condition on a record that the event is not about, and one on no value",
    {
      ...one(),
      triggers: [
        {
          event: "charge.paid",
          match: "all",
          conditions: [
            { variable: "deal.amount", operator: "is_set", value: "" },
            { variable: "event.", operator: "is_set", value: "" },
          ],
        },
      ],
    },
    ["null triggers other_target_variable", "null triggers condition_unknown_variable"],
  ],
  [
    "with a trigger that has not the target",
    { ...one(), target: "charge", triggers: [{ event: "deal.created", match: "all", conditions: [] }] },
    ["null triggers trigger_target"],
  ],
  [
    "not with any event for contacts",
    { ...one(), triggers: [{ event: "deal.created", match: "all", conditions: [] }] },
    [],
  ],
  [
    "with a goal of another record",
    { ...one(), target: "deal", goal: { event: "charge.paid" } },
    ["null goal goal_target"],
  ],
  ["not with any goal for contacts", { ...one(), goal: { event: "charge.paid" } }, []],
  ["not with an event of the account's own", { ...one(), target: "deal", goal: { event: "signed" } }, []],
  ["with a goal that nothing tells", { ...one(), goal: { event: "message.sent" } }, ["null goal goal_never"]],
  [
    "with a condition of the goal that names what is not there",
    {
      ...one(),
      goal: {
        event: "deal.stage_changed",
        conditions: [
          { variable: "event.stage", operator: "equal", value: "Won" },
          { variable: "contact.gone", operator: "equal", value: "x" },
        ],
      },
    },
    ["null goal condition_unknown_variable"],
  ],
  [
    "with hours that end before they begin",
    { ...one(), sendingHours: OFFICE.map(() => [{ from: "18:00", to: "09:00" }]) },
    ["null sendingHours hours_invalid"],
  ],
  [
    "with hours that never open",
    { ...one(), sendingHours: OFFICE.map(() => []) },
    ["null sendingHours hours_never_open"],
  ],
  [
    "with hours that never meet the account's",
    { ...one(), sendingHours: ALWAYS.map(() => [{ from: "20:00", to: "22:00" }]) },
    ["null sendingHours hours_never_together"],
    { settings: { sendingHours: OFFICE, limits: NO_CONTACT_LIMITS } },
  ],
  ["with a last day that has passed", { ...one(), endsOn: "2026-11-17" }, ["null endsOn ends_on_past"]],
  ["not on the last day", { ...one(), endsOn: "2026-11-18" }, []],
];

describe("publishing is refused", () => {
  it.each(REFUSED)("%s", (_, draft, problems, changes) => {
    expect(check(draft, changes).problems).toEqual(problems);
  });

  it("for each problem that there is, alone", () => {
    const alone = REFUSED.flatMap(([, , found]) => (new Set(found).size === 1 ? (found[0] ?? "") : []));
    const codes = new Set(alone.map((line) => line.split(" ")[2]));
    expect([...codes].sort()).toEqual([...PUBLISH_PROBLEM_CODES, ...LIQUID_PROBLEM_CODES].sort());
  });

  it("with the place in the text", () => {
    const { problems } = checkDraft(aSnapshot(text("a\n{{ contact.nme }}")), context());
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

  it("with the variant and the rule by their numbers", () => {
    const variant = checkDraft(aSnapshot(saidInVariant({ type: "text", text: "" })), context());
    expect(variant.problems[0]?.data).toEqual({ variant: 2, part: "text" });
    const rule = checkDraft(aSnapshot(skip({ value: "" })), context());
    expect(rule.problems[0]?.data).toEqual({ variable: "contact.plan", rule: 1 });
  });
});

it("a finding names a field that the screens know", () => {
  const fields = REFUSED.flatMap(([, , found]) => found.map((line) => line.split(" ")[1]));
  expect(PUBLISH_FIELDS).toEqual(expect.arrayContaining([...new Set(fields)]));
});
