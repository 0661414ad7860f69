import { afterAll, beforeAll, expect, it } from "vitest";
import { type Behaviour, type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { endpointAt, patienceFor, testMeter } from "./test-brief";
import { tryEndpoint } from "./try-endpoint";

let stub: OpenAiStub;
beforeAll(async () => {
  stub = await startOpenAiStub({ models: ["stub", "plain"] });
});
afterAll(() => stub.close());

function test(behaviour: Behaviour, model = "stub", affordable?: number) {
  stub.mode(behaviour);
  const { meter, reports } = testMeter(affordable);
  return tryEndpoint(endpointAt(stub.url, { model, timeoutMs: patienceFor(behaviour) }), meter).then(
    (told) => ({
      told,
      reports,
    }),
  );
}

it("tells that the model answers, and keeps to a form by itself", async () => {
  const { told, reports } = await test("correct");
  expect(told).toMatchObject({ outcome: "ok", isStructured: true, detail: "" });
  expect(told.latencyMs).toBeGreaterThanOrEqual(0);
  expect(reports).toMatchObject([{ purpose: "test", outcome: "ok" }]);
});

it("tells a model that has to be asked for the form in words", async () => {
  expect((await test("without_schema", "plain")).told).toMatchObject({ outcome: "ok", isStructured: false });
  // One that overlooks the schema without saying so.
  expect((await test({ answers: { colour: "blue" } })).told).toMatchObject({
    ...{ outcome: "ok", isStructured: false },
  });
});

it("tells what failed", async () => {
  expect((await test("unauthorized")).told).toMatchObject({ outcome: "unauthorized", code: "http_401" });
  expect((await test("correct", "no-such")).told).toMatchObject({ code: "not_found" });
  expect((await test("web_page")).told).toMatchObject({ outcome: "nonsense", code: "not_openai" });
  expect((await test("correct", "stub", 0)).told).toMatchObject({ outcome: "budget" });
});
