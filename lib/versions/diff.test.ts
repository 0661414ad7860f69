import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEQUENCE_DEFAULTS, type SequenceDraft, STEP_DEFAULTS, type Step } from "@/lib/core/model";
import { DEFAULT_DRAFT_EXPIRY, type DraftExpiry } from "@/lib/core/model-maestro";
import { sequenceDraftSchema, stepSchema } from "@/lib/core/model-schemas";
import { differences } from "./diff";
import { isSame } from "./same";
import { drafts } from "./test-drafts";

const id = (n: number) => `0197a0f0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const step = (n: number, over: Partial<Step> = {}): Step => ({
  id: id(n),
  wait: { amount: 1, unit: "days" },
  channel: "automatic",
  content: { type: "text", text: "Hello there" },
  windowClosed: { do: "skip" },
  ...STEP_DEFAULTS,
  ...over,
});
const draft = (over: Partial<SequenceDraft> = {}): SequenceDraft => ({
  schemaVersion: 1,
  target: "contact",
  steps: [step(1), step(2), step(3)],
  ...SEQUENCE_DEFAULTS,
  ...over,
});
const changesOf = (before: SequenceDraft, after: SequenceDraft) =>
  differences(before, after).map(({ step: at, variant, change }) => ({
    at: at?.number ?? null,
    variant,
    ...change,
  }));
const template = (over = {}) => ({ name: "reminder", language: "en", parameters: ["a"], ...over });
const variant = (n: number, text: string, weight = 1) => ({
  id: id(n),
  weight,
  content: { type: "text" as const, text },
});

/** For every field of a sequence one change and what it is called. */
const OF_SEQUENCE: { [Field in keyof SequenceDraft]: [Partial<SequenceDraft>, string[]] } = {
  // There is one so far; the comparison stands for the next.
  schemaVersion: [{ schemaVersion: 2 as 1 }, ["schema_version"]],
  target: [{ target: "charge" }, ["target"]],
  steps: [{ steps: [step(1), step(3)] }, ["step_removed"]],
  exitRules: [
    { exitRules: { onReply: "off", replyDoes: "pause", onResolution: false } },
    ["on_reply", "on_resolution", "reply_does"],
  ],
  goal: [{ goal: { event: "paid" } }, ["goal"]],
  sendingHours: [{ sendingHours: [[], [], [], [], [], [], []] }, ["sending_hours"]],
  limits: [{ limits: { perDay: 1, perWeek: 2, gapMinutes: 3 } }, ["limit", "limit", "limit"]],
  triggers: [{ triggers: [{ event: "contact.created", match: "all", conditions: [] }] }, ["trigger_added"]],
  reenrollment: [{ reenrollment: { rule: "never", days: 7 } }, ["reenrollment"]],
  holdoutPercent: [{ holdoutPercent: 10 }, ["holdout"]],
  endsOn: [{ endsOn: "2026-12-24" }, ["ends_on"]],
  defaultAssigneeId: [{ defaultAssigneeId: id(9) }, ["assignee"]],
  priority: [{ priority: "high" }, ["priority"]],
  exclusivityGroup: [{ exclusivityGroup: "payments" }, ["exclusivity_group"]],
};

const OF_STEP: { [Field in keyof Required<Step>]: [Partial<Step>, string[]] } = {
  id: [{ id: id(9) }, ["step_added", "step_removed"]],
  name: [{ name: "Nudge" }, ["step_name"]],
  wait: [{ wait: { amount: 2, unit: "days" } }, ["wait"]],
  channel: [{ channel: "sms" }, ["channel"]],
  content: [{ content: { type: "text", text: "Hello you" } }, ["text"]],
  windowClosed: [{ windowClosed: { do: "wait", days: 2 } }, ["window_closed"]],
  compose: [{ compose: { mode: "ai_full", instruction: "Be kind" } }, ["compose", "text"]],
  skipRules: [{ skipRules: [{ when: "no_address" }] }, ["skip_rule_added"]],
  weight: [{ weight: 3 }, ["weights"]],
  variants: [{ variants: [variant(11, "Hi")] }, ["weights", "variant_added"]],
};

const rich = (over = {}) => ({ type: "rich" as const, text: "Hello", quickReplies: [], ...over });
const text = (over = {}) => ({ type: "text" as const, text: "Hello", ...over });
const hsm = (over = {}) => ({ type: "template" as const, template: template(), ...over });
const OF_CONTENT: Record<string, [Step["content"], Step["content"], string[]]> = {
  type: [text(), rich(), ["content_type"]],
  text: [text(), text({ text: "Bye" }), ["text"]],
  subject: [text(), text({ subject: "Hey" }), ["text"]],
  templateId: [text(), text({ templateId: id(5) }), ["library_template"]],
  preheader: [rich(), rich({ preheader: "Hey" }), ["text"]],
  media: [rich(), rich({ media: { kind: "image", url: "https://example.com/a.png" } }), ["media"]],
  quickReplies: [rich(), rich({ quickReplies: ["Yes"] }), ["quick_replies"]],
  template: [hsm(), hsm({ template: template({ name: "other" }) }), ["template"]],
  openText: [hsm(), hsm({ openText: "Hi" }), ["text"]],
};
const OF_TEMPLATE: Record<string, [object, string[]]> = {
  name: [{ name: "other" }, ["template"]],
  language: [{ language: "es" }, ["template"]],
  parameters: [{ parameters: ["b", "c"] }, ["text", "text"]],
  parameterNames: [{ parameterNames: ["who"] }, ["template_variables"]],
  body: [{ body: "Hello {{1}}" }, ["template_body"]],
  frame: [{ frame: { footer: "Loja Azul" } }, ["template_body"]],
  header: [{ header: { type: "image", value: "https://x.example/a.png" } }, ["template_header"]],
  buttons: [
    {
      buttons: [
        { index: 0, type: "url", value: "a" },
        { index: 2, type: "url", value: "b" },
      ],
    },
    ["template_button", "template_button"],
  ],
};

describe("the difference of two versions", () => {
  it("says of the same writer what happens to drafts that nobody decides, the default being said or not", () => {
    const assisted = (expiry?: DraftExpiry) =>
      draft({ steps: [step(1, { compose: { mode: "ai_assisted", instruction: "Be kind", expiry } })] });
    const patient: DraftExpiry = { ...DEFAULT_DRAFT_EXPIRY, does: "keep_waiting" };
    expect(changesOf(assisted(), assisted(DEFAULT_DRAFT_EXPIRY))).toEqual([]);
    expect(changesOf(assisted(), assisted(patient))).toMatchObject([
      { code: "draft_expiry", before: DEFAULT_DRAFT_EXPIRY, after: patient },
    ]);
  });

  it("knows every field of a sequence, a step, a content and a template", () => {
    const contentFields = stepSchema.shape.content.options.flatMap((option) => Object.keys(option.shape));
    const [, hsmShape] = stepSchema.shape.content.options;
    expect(Object.keys(OF_SEQUENCE).sort()).toEqual(Object.keys(sequenceDraftSchema.shape).sort());
    expect(Object.keys(OF_STEP).sort()).toEqual(Object.keys(stepSchema.shape).sort());
    expect(Object.keys(OF_CONTENT).sort()).toEqual([...new Set(contentFields)].sort());
    expect(Object.keys(OF_TEMPLATE).sort()).toEqual(Object.keys(hsmShape.shape.template.shape).sort());
  });

  it.each(Object.entries(OF_SEQUENCE))("tells of a changed %s of the sequence", (_, [over, codes]) => {
    expect(changesOf(draft(), draft(over)).map(({ code }) => code)).toEqual(codes);
  });

  it.each(Object.entries(OF_STEP))("tells of a changed %s of a step", (_, [over, codes]) => {
    const found = changesOf(draft({ steps: [step(1)] }), draft({ steps: [step(1, over)] }));
    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found.every(({ at }) => at === 1)).toBe(true);
  });

  it.each(Object.entries(OF_CONTENT))("tells of a changed %s of a content", (_, [before, after, codes]) => {
    const of = (content: Step["content"]) => draft({ steps: [step(1, { content })] });
    expect(changesOf(of(before), of(after)).map(({ code }) => code)).toEqual(codes);
    expect(changesOf(of(after), of(before)).map(({ code }) => code)).toEqual(codes);
  });

  it.each(Object.entries(OF_TEMPLATE))("tells of a changed %s of a template", (_, [over, codes]) => {
    const of = (more: object) => draft({ steps: [step(1, { content: hsm({ template: template(more) }) })] });
    expect(changesOf(of({}), of(over)).map(({ code }) => code)).toEqual(codes);
  });

  it("follows steps by their ids: one moved step is one difference, from place to place", () => {
    const steps = [step(1), step(2), step(3), step(4)];
    const after = [step(2), step(3), step(1), step(4)];
    expect(changesOf(draft({ steps }), draft({ steps: after }))).toEqual([
      { at: 3, variant: null, code: "step_moved", before: 1, after: 3 },
    ]);
  });

  it("calls the step moved that has another number now, where either could have been", () => {
    const steps = [step(1), step(2), step(3), step(4)];
    const found = changesOf(draft({ steps }), draft({ steps: [step(1), step(4), step(3)] }));
    expect(found).toContainEqual({ at: 2, variant: null, code: "step_moved", before: 4, after: 2 });
    expect(found.filter(({ code }) => code === "step_moved")).toHaveLength(1);
  });

  it("does not call a step moved because others were added or removed before it", () => {
    const found = changesOf(draft({ steps: [step(1), step(2)] }), draft({ steps: [step(5), step(2)] }));
    expect(found).toEqual([
      { at: 1, variant: null, code: "step_added" },
      { at: 1, variant: null, code: "step_removed" },
    ]);
  });

  it("says which variant changed, came or went", () => {
    const before = step(1, { variants: [variant(11, "B"), variant(12, "C")] });
    const after = step(1, {
      content: { type: "text", text: "Hello you" },
      variants: [variant(12, "C!"), variant(13, "D")],
    });
    expect(
      changesOf(draft({ steps: [before] }), draft({ steps: [after] })).map((one) => [one.code, one.variant]),
    ).toEqual([
      ["text", 0],
      ["variant_removed", 1],
      ["text", 1],
      ["variant_added", 2],
    ]);
  });

  it("is empty for the same words, in whatever order their keys were stored", () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (value === null || typeof value !== "object") return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, shuffled(inner)]),
      );
    };
    fc.assert(
      fc.property(drafts, (one) => {
        expect(differences(one, one)).toEqual([]);
        expect(differences(one, shuffled(JSON.parse(JSON.stringify(one))) as SequenceDraft)).toEqual([]);
      }),
    );
  });

  it("is never empty for two that differ in anything", () => {
    fc.assert(
      fc.property(drafts, drafts, fc.nat(), (one, two, at) => {
        const mixed = mix(one, two, at);
        expect(differences(one, mixed).length > 0).toBe(!isSame(one, mixed));
        expect(differences(one, two).length > 0).toBe(!isSame(one, two));
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});

/** `one` with a single value taken from `two`, at a place that both have. */
function mix(one: SequenceDraft, two: SequenceDraft, at: number): SequenceDraft {
  const mixed = structuredClone(one);
  let [here, there]: [Branch, Branch] = [mixed, two];
  for (let left = at; ; ) {
    const shared = Object.keys(there).filter((key) => key in here && !TAGS.includes(key));
    const key = shared[left % Math.max(1, shared.length)];
    if (key === undefined) return mixed;
    left = Math.floor(left / shared.length);
    const [mine, theirs] = [here[key], there[key]];
    const isDeeper = isBranch(mine) && isBranch(theirs) && TAGS.every((tag) => mine[tag] === theirs[tag]);
    if (isDeeper && left % 3 > 0) {
      [here, there] = [mine, theirs];
      continue;
    }
    here[key] = structuredClone(theirs);
    return mixed;
  }
}

type Branch = Record<string, unknown>;
/** What says which other keys there are. */
const TAGS = ["type", "do", "when", "mode"];
const isBranch = (value: unknown): value is Branch => value !== null && typeof value === "object";
