import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Behaviour, type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { evaluateConversation } from "./evaluate";
import { endpointAt, patienceFor, testMeter } from "./test-brief";
import type { EnrollmentAsk } from "./types";

let stub: OpenAiStub;
beforeAll(async () => {
  stub = await startOpenAiStub({});
});
afterAll(() => stub.close());
beforeEach(() => stub.mode("correct"));

const ask: EnrollmentAsk = {
  instruction: "People who asked for a price and got no answer.",
  purpose: "Price asked: win the deal",
  facts: [],
  conversation: [{ from: "contact", text: "What is the price?", at: "2026-03-01 09:00" }],
  ...{ today: "2026-03-05", language: "en" },
};

function evaluate(behaviour: Behaviour, affordable?: number) {
  stub.mode(behaviour);
  const counted = testMeter(affordable);
  const verdict = evaluateConversation(
    endpointAt(stub.url, { timeoutMs: patienceFor(behaviour) }),
    ask,
    counted.meter,
  );
  return verdict.then((told) => ({ told, ...counted }));
}

it("judges a conversation, with a reason", async () => {
  const { told, reports } = await evaluate("correct");
  expect(told).toEqual({
    ...{ outcome: "ok", shouldEnroll: true, confidence: 90, reason: "They asked about the offer." },
  });
  expect(reports).toMatchObject([{ purpose: "evaluate", outcome: "ok", findings: null }]);
});

it.each([
  [0.85, 85],
  ["85 %", 85],
  ["0,5", 50],
  [100, 100],
  [1, 1],
  [0, 0],
])("takes a confidence of %j for %d percent", async (confidence, percent) => {
  const { told } = await evaluate({ answers: { enroll: true, confidence, reason: "x" } });
  expect(told).toMatchObject({ outcome: "ok", confidence: percent });
});

it.each([
  { enroll: "yes", confidence: 90, reason: "x" },
  { enroll: true, confidence: 101, reason: "x" },
  { enroll: true, confidence: -5, reason: "x" },
  { enroll: true, confidence: "very", reason: "x" },
  { enroll: true, confidence: 90 },
])("takes nothing else for an answer, and asks once more: %j", async (answers) => {
  const { told, reports } = await evaluate({ answers });
  expect(told).toEqual({ outcome: "nonsense" });
  expect(reports.map(({ outcome }) => outcome)).toEqual(["nonsense", "nonsense"]);
});

it("keeps a reason to 300 characters of one line", async () => {
  const { told } = await evaluate({ answers: { enroll: true, confidence: 9, reason: "a\nb ".repeat(500) } });
  expect(told.outcome === "ok" && told.reason.length).toBe(300);
  expect(told.outcome === "ok" && told.reason).not.toContain("\n");
});

it.each([
  ["silent", "timeout"],
  ["refusing", "refused"],
  ["server_error", "unavailable"],
] as const)("ends with a name when the endpoint is %s", async (behaviour, outcome) => {
  expect((await evaluate(behaviour)).told).toEqual({ outcome });
});

it("is not made without money", async () => {
  const { told, reports } = await evaluate("correct", 0);
  expect(told).toEqual({ outcome: "budget" });
  expect(reports).toMatchObject([{ outcome: "budget" }]);
});
