import { describe, expect, it } from "vitest";
import { outcomeOf, reactionOf } from "./answer";
import { ERROR_RULES, ruleOf } from "./errors";

const retry = (afterSeconds: number | null) => ({ kind: "retry", afterSeconds });
const refused = (reaction: string) => ({ kind: "refused", reaction });

const TABLE: [code: number, expected: object][] = [
  ...[1, 2, 131000, 131016, 133004].map((code): [number, object] => [code, retry(null)]),
  ...[4, 80007].map((code): [number, object] => [code, retry(60)]),
  [130429, retry(5)],
  [131057, retry(120)],
  [131056, retry(6)],
  [134101, retry(600)],
  [132015, retry(10_800)],
  [132069, retry(3_600)],
  [131049, refused("delay_contact")],
  [131047, refused("window_closed")],
  [130472, refused("switch_channel")],
  [131026, refused("switch_channel")],
  [131050, refused("suppress")],
  [130403, refused("suppress")],
  ...[131048, 131064, 131042, 0, 190, 3, 10, 200, 250, 299, 131005, 368, 131031, 130497].map(
    (code): [number, object] => [code, refused("pause_inbox")],
  ),
  ...[131045, 133010, 133000, 133005, 133006, 133008, 133009, 133015, 133016, 131037, 33].map(
    (code): [number, object] => [code, refused("pause_inbox")],
  ),
  ...[131021, 100, 131008, 131009, 135000, 131051, 131052, 131053].map((code): [number, object] => [
    code,
    refused("fail"),
  ]),
  ...[132000, 132012, 132018, 132001, 132005, 132007, 132016, 132068, 131063].map(
    (code): [number, object] => [code, refused("fail")],
  ),
];

describe("error table of the WhatsApp Cloud API", () => {
  it.each(TABLE)("code %i", (code, expected) => {
    const body = JSON.stringify({ error: { code, message: "m", error_data: { details: "d" } } });
    const outcome = outcomeOf({ kind: "answer", status: 400, headers: {}, body });
    expect(outcome).toMatchObject({ ...expected, code: String(code), detail: "d" });
  });

  it("has each code once", () => {
    const codes = ERROR_RULES.flatMap(({ codes }) => codes).map((entry) => JSON.stringify(entry));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("covers each code of the table by the test above", () => {
    const covered = new Set(TABLE.map(([code]) => ruleOf(code)));
    expect(ERROR_RULES.filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it("means the same for a failure that a webhook reports later; what could be retried has failed by then", () => {
    expect(reactionOf(131049)).toBe("delay_contact");
    expect(reactionOf(131026)).toBe("switch_channel");
    expect(reactionOf(131000)).toBe("fail");
    expect(reactionOf(999999)).toBe("fail");
  });
});
