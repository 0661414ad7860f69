import { describe, expect, it } from "vitest";
import { outcomeOf } from "./answer";
import { ERROR_RULES, ruleOf } from "./errors";

const retry = (afterSeconds: number | null, slows?: "inbox") => ({
  ...{ kind: "retry", afterSeconds },
  ...(slows && { slows }),
});
const refused = (reaction: string) => ({ kind: "refused", reaction });
const paused = (probeAfterSeconds: number | null) => ({ ...refused("pause_inbox"), probeAfterSeconds });
const each = (codes: number[], expected: object) => codes.map((code): [number, object] => [code, expected]);

const TABLE: [code: number, expected: object][] = [
  ...each([1, 2, 131000, 131016, 133004], retry(null)),
  ...each([4, 80007], retry(60, "inbox")),
  [130429, retry(5, "inbox")],
  [131057, retry(120, "inbox")],
  [131056, retry(6)],
  [134101, retry(600)],
  [132069, retry(3_600)],
  [131049, refused("delay_contact")],
  [131047, refused("window_closed")],
  ...each([130472, 131026], refused("switch_channel")),
  ...each([131050, 130403], refused("suppress")),
  ...each([131048, 131064, 131042], paused(21_600)),
  ...each([0, 190], paused(3_600)),
  ...each([3, 10, 200, 250, 299, 131005, 368, 131031, 130497], paused(null)),
  ...each([131045, 133010, 133000, 133005, 133006, 133008, 133009, 133015, 133016, 131037, 33], paused(null)),
  [131021, refused("fail")],
  ...each([100, 131008, 131009, 135000, 131051, 131052, 131053], refused("ask_person")),
  ...each(
    [132000, 132012, 132018, 132001, 132005, 132007, 132015, 132016, 132068, 131063],
    refused("block_step"),
  ),
  [999_999, refused("ask_person")],
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

  it("slows nothing but this message where one recipient had too many", () => {
    const body = JSON.stringify({ error: { code: 131056 } });
    expect(outcomeOf({ kind: "answer", status: 400, headers: {}, body })).not.toHaveProperty("slows");
  });
});
