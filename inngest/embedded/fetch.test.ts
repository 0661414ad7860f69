import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { embeddedFetch } from "./fetch";

const fetchEmbedded = embeddedFetch(postgres("postgres://nobody@127.0.0.1:1/none"));
const base = "http://inngest.embedded";
const post = (path: string, body: unknown) =>
  fetchEmbedded(`${base}${path}`, { method: "POST", body: JSON.stringify(body) });

describe("the client's transport", () => {
  it("tells the SDK to halt when nobody drives that execution any more", async () => {
    const answer = await post("/v1/checkpoint/1/async", {
      qi_id: "gone",
      steps: [{ id: "a", op: "StepRun" }],
    });
    expect(answer.status).toBe(409);
  });

  it.each([
    ["an event without a name", [{ data: {} }]],
    ["an event of the engine's own", [{ name: "inngest/function.failed", data: {} }]],
    ["more than 5,000 events", Array.from({ length: 5_001 }, () => ({ name: "a/b" }))],
  ])("refuses %s with a sentence, and stores nothing", async (_what, events) => {
    const answer = await post("/e/embedded", events);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toMatch(/\.$/);
  });

  it.each(["/v1/signals", "/v1/realtime/publish", "/v0/runs/1/actions"])("has no %s", async (path) => {
    expect((await post(path, {})).status).toBe(404);
  });
});
