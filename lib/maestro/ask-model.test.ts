import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Behaviour, type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { askModel, type Question } from "./ask-model";
import { endpointAt, patienceFor } from "./test-brief";
import type { MaestroEndpoint } from "./types";

const KEY = "sk-test-0123456789abcdef";
const schema = z.object({ colour: z.string() });
const question: Question<{ colour: string }> = {
  ...{ system: "You are asked.", prompt: "Which colour?", schema, answer: schema, maxOutputTokens: 100 },
};

let stub: OpenAiStub;
/** A model of its own for each test, as an endpoint's ways are remembered. */
let model = "";
let models = 0;

beforeAll(async () => {
  stub = await startOpenAiStub({ models: Array.from({ length: 60 }, (_, index) => `m${index}`) });
});
afterAll(() => stub.close());
beforeEach(() => {
  model = `m${models++}`;
});

const ask = (behaviour: Behaviour, change: Partial<MaestroEndpoint> = {}) => {
  stub.mode(behaviour);
  return askModel(endpointAt(stub.url, { model, timeoutMs: patienceFor(behaviour), ...change }), question);
};

describe("an endpoint that answers", () => {
  it("is understood, and tells what it counted", async () => {
    const answer = await ask("correct");
    expect(answer).toMatchObject({ outcome: "ok", value: { colour: "blue" }, isStructured: true });
    expect(answer.inputTokens).toBe(Math.ceil((question.system.length + question.prompt.length) / 4));
    expect(answer.outputTokens).toBeGreaterThan(0);
    expect(stub.asked.at(-1)?.body).toMatchObject({
      model,
      max_tokens: 100,
      response_format: { type: "json_schema" },
    });
  });

  it("is understood between fences and thoughts", async () => {
    expect(await ask("fenced")).toMatchObject({ outcome: "ok", value: { colour: "blue" } });
  });

  it("costs an estimate where it counts nothing", async () => {
    const answer = await ask("without_usage");
    expect(answer).toMatchObject({ outcome: "ok" });
    expect(answer.inputTokens).toBeGreaterThan(300);
    expect(answer.outputTokens).toBeGreaterThan(0);
  });

  it("is asked without a schema where it takes none, and from then on at once", async () => {
    expect(await ask("without_schema")).toMatchObject({ outcome: "ok", isStructured: false });
    const before = stub.asked.length;
    expect(await ask("without_schema")).toMatchObject({ outcome: "ok", isStructured: false });
    expect(stub.asked.length).toBe(before + 1);
  });

  it("is told the limit under its new name where it wants that", async () => {
    expect(await ask("new_limit_name")).toMatchObject({ outcome: "ok", isStructured: true });
    expect(stub.asked.at(-1)?.body).toMatchObject({ max_completion_tokens: 100 });
    expect(stub.asked.at(-1)?.body).not.toHaveProperty("max_tokens");
  });

  it("gets the key in its header alone, and none where there is none", async () => {
    await ask("correct", { apiKey: KEY });
    expect(stub.asked.at(-1)).toMatchObject({ authorization: `Bearer ${KEY}` });
    expect(JSON.stringify(stub.asked.at(-1)?.body)).not.toContain(KEY);
    await ask("correct");
    expect(stub.asked.at(-1)).toMatchObject({ authorization: null });
  });
});

describe("what goes wrong", () => {
  it.each([
    ["refusing", "refused", "refused"],
    ["refusing_in_words", "refused", "refused"],
    ["filtered", "refused", "refused"],
    ["nonsense", "nonsense", "not_json"],
    ["not_json", "nonsense", "not_json"],
    ["empty", "nonsense", "no_words"],
    ["cut_short", "nonsense", "not_json"],
    ["web_page", "nonsense", "not_openai"],
    [{ says: "{".repeat(100_000) }, "nonsense", "not_json"],
    [{ says: '{"colour": '.repeat(20_000) }, "nonsense", "not_json"],
    ["endless", "nonsense", "too_large"],
    ["trickling", "timeout", "timeout"],
    ["silent", "timeout", "timeout"],
    [{ slowMs: 5_000 }, "timeout", "timeout"],
    ["cut", "unavailable", expect.any(String)],
    ["rate_limited", "rate_limited", "http_429"],
    ["error_in_body", "rate_limited", "http_200"],
    ["server_error", "unavailable", "http_503"],
    ["redirecting", "unavailable", "http_302"],
    ["unauthorized", "unauthorized", "http_401"],
    [{ status: 402 }, "unauthorized", "http_402"],
    [{ status: 403 }, "unauthorized", "http_403"],
    [{ status: 204 }, "nonsense", "not_openai"],
    [{ status: 400, body: "no" }, "unavailable", "http_400"],
    [{ status: 500, body: "<html><body>Bad</body></html>" }, "unavailable", "http_500"],
  ] as [Behaviour, string, unknown][])(
    "has a name and ends in time: %o",
    async (behaviour, outcome, code) => {
      const answer = await ask(behaviour);
      expect(answer).toMatchObject({ outcome, code: code === "http_200" ? "http_429" : code });
    },
  );

  it("is told in the endpoint's words, with how long it asks to wait", async () => {
    expect(await ask({ retryAfter: "30" })).toMatchObject({
      outcome: "rate_limited",
      detail: "429: Rate limit reached (asks to wait 30 s)",
    });
    expect(await ask({ status: 500, body: "<html><b>Bad</b> day</html>" })).toMatchObject({
      detail: "500: Bad day",
    });
  });

  it("names a model and an address that do not exist", async () => {
    expect(await ask("correct", { model: "other" })).toMatchObject({
      ...{ outcome: "unavailable", code: "not_found" },
      detail: "404: The model `other` does not exist",
    });
    const elsewhere = endpointAt(stub.url.replace("/v1", "/v2"), { model });
    expect(await askModel(elsewhere, question)).toMatchObject({ outcome: "unavailable", code: "not_found" });
  });

  it("never repeats the key, even where the endpoint does", async () => {
    const answer = await ask("unauthorized", { apiKey: KEY });
    expect(answer).toMatchObject({ outcome: "unauthorized" });
    expect(JSON.stringify(answer)).not.toContain(KEY);
    const words = await ask({ answers: { colour: KEY } }, { apiKey: KEY });
    expect(words).toMatchObject({ outcome: "ok", value: { colour: "[key]" } });
  });

  it("includes an address where nobody listens, and one that is none", async () => {
    const nobody = await askModel(endpointAt("http://127.0.0.1:1/v1"), question);
    expect(nobody).toMatchObject({ outcome: "unavailable", code: "econnrefused", inputTokens: 0 });
    expect(await askModel(endpointAt("not an address"), question)).toMatchObject({ outcome: "nonsense" });
  });

  it("includes internal addresses, which are not even called", async () => {
    const before = stub.asked.length;
    const answer = await ask("correct", { isGuarded: true });
    expect(answer).toMatchObject({ outcome: "unavailable", code: "private_address", inputTokens: 0 });
    expect(stub.asked.length).toBe(before);
  });

  it("costs its question where the endpoint may have worked on it, and nothing where it refused", async () => {
    expect((await ask("silent")).inputTokens).toBeGreaterThan(300);
    expect(await ask("rate_limited")).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });
});
