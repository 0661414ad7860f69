import { describe, expect, it } from "vitest";
import { LIQUID_PROBLEM_CODES } from "./liquid-check";
import { checkDraft, PUBLISH_FIELDS, PUBLISH_PROBLEM_CODES } from "./publish-check";
import { check, context, one, type Row, saidInVariant, skip, text } from "./test-drafts";
import { aSnapshot, STEP_1 } from "./test-facts";
import { REFUSED_CONTENTS } from "./test-refused-contents";
import { REFUSED_SEQUENCES } from "./test-refused-sequences";

it("a sound draft has no problems and no warnings", () => {
  expect(check(one())).toEqual({ problems: [], warnings: [] });
});

const REFUSED: Row[] = [...REFUSED_CONTENTS, ...REFUSED_SEQUENCES];

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
