import { NO_CONTACT_LIMITS } from "./model";
import { one, type Row, safe, saidInVariant, skip, template, two } from "./test-drafts";
import { ALWAYS, OFFICE } from "./test-facts";

/** Waits, variants, rules, triggers, goals and hours that Publish refuses, beside their neighbours that are sound. */
export const REFUSED_SEQUENCES: Row[] = [
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
