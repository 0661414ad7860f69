import { describe, expect, it } from "vitest";
import { answerExamples, hasOpenApi } from "@/e2e/stubs/whatsapp-openapi";
import type { HttpAnswer } from "@/lib/channels/call-http";
import { report } from "@/scripts/test/report";
import { errorOf, outcomeOf } from "./answer";
import { healthOf } from "./health";

const NOW = new Date("2026-03-10T15:00:00Z");
const examples = hasOpenApi ? answerExamples() : [];

const answerOf = ({ status, value }: (typeof examples)[number]): HttpAnswer => ({
  ...{ kind: "answer", status, headers: {} },
  body: typeof value === "string" ? value : JSON.stringify(value),
});
const codeOf = (value: unknown): number | null => {
  const code = (value as { error?: { code?: unknown } } | null)?.error?.code;
  return code === undefined ? null : Number(code);
};

describe.skipIf(!hasOpenApi)("every answer among Meta's own examples", () => {
  it("is read without an error of ours, as a send's answer and as the answer about a number", () => {
    const kinds = new Map<string, number>();
    for (const example of examples) {
      const answer = answerOf(example);
      const { kind } = outcomeOf(answer);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      healthOf(answer, NOW);
    }
    report(
      `WhatsApp: ${examples.length} examples of answers, read as those of a send`,
      [...kinds].map(([kind, count]) => [kind, String(count)]),
    );
    expect(examples.length).toBeGreaterThan(700);
  });

  it("to a send names the message that was taken", () => {
    const sends = examples.filter(
      ({ method, path, value }) =>
        method === "post" && path.endsWith("/{Phone-Number-ID}/messages") && "messages" in (value as object),
    );
    expect(sends.length).toBeGreaterThan(40);
    for (const example of sends) {
      expect(outcomeOf(answerOf(example)), example.name).toMatchObject({ kind: "accepted" });
    }
  });

  it("with an error is taken for that error, and never for a message that was taken", () => {
    const errors = examples.filter(({ value }) => codeOf(value) !== null);
    const counts = new Map<string, number>();
    for (const example of errors) {
      const answer = answerOf(example);
      expect(errorOf(answer)?.code, example.name).toBe(codeOf(example.value));
      const outcome = outcomeOf(answer);
      expect(["retry", "refused"], `${example.name}: ${outcome.kind}`).toContain(outcome.kind);
      const said = outcome.kind === "refused" ? outcome.reaction : outcome.kind;
      const line = `${codeOf(example.value)} ${said}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    report(
      `WhatsApp: ${errors.length} examples of errors`,
      [...counts].sort().map(([line, count]) => [line, String(count)]),
    );
    expect(errors.length).toBeGreaterThan(400);
  });

  it.each([
    [104, "a token that is missing", { kind: "refused", reaction: "pause_inbox" }],
    [803, "a number that does not exist", { kind: "refused", reaction: "pause_inbox" }],
    [613, "too many calls", { kind: "retry", slows: "inbox" }],
    [17, "too many calls of a user", { kind: "retry", slows: "inbox" }],
  ])("with the code %i is about the inbox and not about the message: %s", (code, _, expected) => {
    const answers = examples.filter(({ value }) => codeOf(value) === code).map(answerOf);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(outcomeOf(answer)).toMatchObject(expected);
  });

  it("that says to try again later is not taken for a refusal for ever", () => {
    const passing = examples.filter(
      ({ value }) => (value as { error?: { is_transient?: boolean } } | null)?.error?.is_transient === true,
    );
    expect(passing.length).toBeGreaterThan(50);
    for (const example of passing) {
      expect(outcomeOf(answerOf(example)).kind, JSON.stringify(example.value)).toBe("retry");
    }
  });
});
