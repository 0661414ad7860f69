import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { clockAt, later, MINUTE, messageFrom } from "@/lib/engine/fixtures/arrange";
import { allowPrivate } from "@/lib/engine/fixtures/drafted";
import { startHeldModel } from "@/lib/engine/fixtures/held-model";
import { makeMaestro } from "@/lib/engine/fixtures/maestro";
import { receive } from "@/lib/engine/receive";
import { checkDraftText } from "./check";
import { type Drafted, drafted, rowOf, sentOf, TEXT, toldOf, turn } from "./fixtures/drafted";
import { approveDraft } from "./mutations";
import { regenerateDraft } from "./regenerate";

const database = useTestDatabase();
const restore = allowPrivate();
const now = later(MINUTE);
let model: OpenAiStub;
beforeAll(async () => {
  model = await startOpenAiStub();
});
beforeEach(() => model.mode("correct"));
afterAll(async () => {
  restore();
  await model.close();
});

async function withModel(over: Parameters<typeof drafted>[0] = {}) {
  const one = await drafted(over);
  await makeMaestro(one.accountId, model.url);
  return one;
}
const regenerate = (one: Drafted, remark: string | null = "Shorter, please") =>
  regenerateDraft(one.accountId, { ...one.by, revision: 0, remark }, clockAt(now));
const approve = (one: Drafted, revision: number, text: string) =>
  approveDraft(one.accountId, { ...one.by, revision, text, subject: null, vouched: [], now });

describe("writing a draft again", () => {
  it("tells the model the remark and what it is instead of, and waits for a person again", async () => {
    const returned = { code: "facts_changed", data: {} };
    const one = await withModel({ returned, vouched: ["x"] });
    expect(await regenerate(one)).toMatchObject({ kind: "done", revision: 1, verdict: "open" });
    const row = await rowOf(database.sql, one);
    expect(row).toMatchObject({ status: "open", origin: "ai", remark: "Shorter, please", returned: null });
    expect(row).toMatchObject({ revision: 1, vouched: [], opened_at: one.draft.openedAt });
    expect(row.text).not.toBe(TEXT);
    expect(row.written_text).toBe(row.text);
    const { everything } = model.asked.at(-1) ?? {};
    expect(everything).toContain("Shorter, please");
    expect(everything).toContain("is there anything that I can help you with?");
    expect(await toldOf(database.sql, one)).toMatchObject([
      { kind: "drafted", actorId: one.actorId, data: { remark: "Shorter, please" } },
    ]);
    await turn(one);
    expect(await sentOf(database.sql, one)).toEqual([]);
  });

  it("that comes to nothing leaves the draft as it was, and says what it came to", async () => {
    const one = await withModel();
    for (const [behaviour, outcome] of [
      ["refusing", "refused"],
      ["server_error", "unavailable"],
      ["unauthorized", "unauthorized"],
    ] as const) {
      model.mode(behaviour);
      expect(await regenerate(one)).toEqual({ kind: "unwritten", outcome });
    }
    expect(await rowOf(database.sql, one)).toMatchObject({ text: TEXT, revision: 0, status: "open" });
  });

  it("shows what no fact supports instead of hiding it", async () => {
    const one = await withModel();
    model.mode("hostile");
    await regenerate(one);
    const row = await rowOf(database.sql, one);
    expect(row.findings.length).toBeGreaterThan(0);
    await expect(approve(one, 1, row.text)).resolves.toMatchObject({ kind: "refused" });
  });

  it("loses against whoever decides while the model thinks", async () => {
    const held = await startHeldModel("Hello Ana, shall I call you?");
    try {
      const one = await drafted();
      await makeMaestro(one.accountId, held.url);
      const writing = regenerate(one).catch((error: unknown) => error);
      await expect.poll(() => held.asked()).toBe(1);
      await approve(one, 0, TEXT);
      held.release();
      expect(await writing).toMatchObject({ code: "conflict", message: "draft_decided" });
      expect(await rowOf(database.sql, one)).toMatchObject({ status: "approved", text: TEXT, revision: 1 });
    } finally {
      await held.close();
    }
  });

  it("of what a reply has made needless asks no model", async () => {
    const one = await withModel();
    const asked = model.asked.length;
    const events = [messageFrom(one.contact.phone)];
    await receive(one.accountId, { inboxId: one.inbox.id, events, now: later(6_000) });
    await expect(regenerate(one)).rejects.toMatchObject({ message: "draft_withdrawn" });
    expect(model.asked.length).toBe(asked);
  });

  it("is refused with a sentence where Maestro is off, and from another account", async () => {
    const [one, stranger] = [await drafted(), await withModel()];
    await expect(regenerate(one)).rejects.toMatchObject({ code: "unavailable", message: "maestro_off" });
    const foreign = regenerate({ ...one, accountId: stranger.accountId });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("checking a text while it is typed", () => {
  const check = (one: Drafted, text: string, vouched: string[] = []) =>
    checkDraftText(one.accountId, { id: one.draft.id, text, subject: null, vouched, now });

  it("answers at once what the guard finds, without what was vouched for, and changes nothing", async () => {
    const one = await drafted();
    expect(await check(one, "Hello Ana, shall I call you?")).toEqual({ findings: [] });
    const { findings } = await check(one, "Hello Ana, you get 35% back.");
    expect(findings).toMatchObject([{ words: "35%", from: 19, to: 22 }]);
    expect(await check(one, "Hello Ana, you get 35% back.", ["35%"])).toEqual({ findings: [] });
    expect(await rowOf(database.sql, one)).toMatchObject({ text: TEXT, revision: 0 });
  });

  it("finds nothing of another account", async () => {
    const [one, stranger] = [await drafted(), await drafted()];
    const foreign = check({ ...one, accountId: stranger.accountId }, TEXT);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});
