import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { loadMaestro } from "@/lib/engine/maestro";
import { join, signUp, type Visitor } from "@/scripts/test/sign-in";
import { changeMaestroAction, switchMaestroAction, testMaestroAction } from "./actions";
import { maestroOf } from "./data";
import { changeMaestro } from "./mutations";
import { MAESTRO_DEFAULTS } from "./schema";

const db = useTestDatabase();

const KEY = "sk-live-0123456789abcdef";
const NOW = new Date("2026-11-20T12:00:00Z");

let stub: OpenAiStub;
let administrator: Visitor;
let manager: Visitor;
let accountId: AccountId;
let account: string;

beforeAll(async () => {
  stub = await startOpenAiStub({ key: KEY });
  administrator = await signUp("Administrator");
  manager = await signUp("Manager");
});
afterAll(async () => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  await stub.close();
});
beforeEach(async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  accountId = await makeAccount();
  account = `t-${accountId}`;
  await join(administrator, accountId, "administrator");
  await join(manager, accountId, "manager");
});

type Change = Omit<Parameters<typeof changeMaestroAction>[0], "account" | "before">;
const change = (fields: Change, before: Partial<typeof MAESTRO_DEFAULTS> = MAESTRO_DEFAULTS) =>
  administrator.ask(() => changeMaestroAction({ account, before, ...fields }));
const stored = () => withAccountSql(accountId, loadMaestro);
const byPerson = { userId: "00000000-0000-7000-8000-000000000001", now: NOW };

describe("Maestro", () => {
  it("is off until somebody switches it on, which needs a connection", async () => {
    expect(await maestroOf(accountId)).toMatchObject({ isOn: false, config: MAESTRO_DEFAULTS, key: "none" });
    expect(await stored()).toBeNull();
    const early = await administrator.ask(() => switchMaestroAction({ account, isOn: true }));
    expect(early.serverError?.message).toBe("Save the connection first.");
    await change({ baseUrl: stub.url, model: "stub" });
    expect(await stored()).toMatchObject({ isOn: false });
    await administrator.ask(() => switchMaestroAction({ account, isOn: true }));
    expect(await stored()).toMatchObject({ isOn: true, config: { baseUrl: stub.url, model: "stub" } });
  });

  it("keeps what it is told, and leaves the rest as it is", async () => {
    await change({ voice: "Warm", bannedWords: ["cheap", "urgent"] });
    await change({ dailyBudget: null, classifiesReplies: true });
    expect((await stored())?.config).toEqual({
      ...MAESTRO_DEFAULTS,
      ...{ voice: "Warm", bannedWords: ["cheap", "urgent"], dailyBudget: null, classifiesReplies: true },
    });
  });

  it("takes an address as people paste it", async () => {
    await change({ baseUrl: " https://api.example.com/v1/chat/completions/ " });
    expect((await stored())?.config.baseUrl).toBe("https://api.example.com/v1");
  });

  it.each([
    ["baseUrl", "ftp://example.com"],
    ["baseUrl", "example.com"],
    ["baseUrl", "https://user:secret@example.com/v1"],
    ["baseUrl", "https://example.com/v1?key=abc"],
    ["model", " "],
    ["timeoutSeconds", 1],
    ["timeoutSeconds", 121],
    ["inputPrice", -1],
    ["dailyBudget", -0.01],
    ["leadMinutes", 2_881],
    ["apiKey", "with a space"],
    ["defaultApproverId", "00000000-0000-7000-8000-000000000000"],
  ] as const)("refuses the %s %j with a sentence at the field", async (field, value) => {
    const refused = await change({ [field]: value });
    const fields = { ...refused.validationErrors?.fieldErrors, ...refused.serverError?.fields };
    expect(fields[field as keyof typeof fields]).toBeTruthy();
    expect(await stored()).toBeNull();
  });

  it("takes plain http in closed networks alone", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "0";
    const refused = await change({ baseUrl: "http://llm.example.com/v1" });
    expect(refused.serverError?.fields.baseUrl).toMatch(/https/);
    expect(await stored()).toBeNull();
  });

  it("takes an approver who may decide, and nobody else", async () => {
    const [agent, viewer] = [await makeMember(accountId, "agent"), await makeMember(accountId, "viewer")];
    expect((await change({ defaultApproverId: viewer })).serverError?.fields.defaultApproverId).toBeTruthy();
    await change({ defaultApproverId: agent });
    expect((await stored())?.config.defaultApproverId).toBe(agent);
  });

  it("is shown to managers, who may not change it", async () => {
    const before = MAESTRO_DEFAULTS;
    for (const act of [
      () => changeMaestroAction({ account, before, voice: "Mine" }),
      () => switchMaestroAction({ account, isOn: true }),
      () => testMaestroAction({ account, baseUrl: stub.url, model: "stub", timeoutSeconds: 2, apiKey: "" }),
    ]) {
      expect((await manager.ask<{ serverError?: { code: string } }>(act)).serverError?.code).toBe(
        "forbidden",
      );
    }
  });
});

describe("the key", () => {
  it("is sealed, and never answered", async () => {
    const answer = await change({ baseUrl: stub.url, apiKey: KEY });
    const [row] = await db.sql`select * from maestro_settings where account_id = ${accountId}`;
    expect(JSON.stringify([answer, row, await maestroOf(accountId)])).not.toContain(KEY);
    expect(await maestroOf(accountId)).toMatchObject({ key: "stored" });
    expect((await stored())?.apiKey).toBe(KEY);
  });

  it("stays when it is left empty, and goes when it is taken away", async () => {
    await change({ apiKey: KEY });
    await change({ model: "other", apiKey: "" });
    expect((await stored())?.apiKey).toBe(KEY);
    await change({ removesKey: true });
    expect(await stored()).toMatchObject({ apiKey: null });
    expect(await maestroOf(accountId)).toMatchObject({ key: "none" });
  });

  it("goes to no other server than the one it was typed in for", async () => {
    await change({ baseUrl: stub.url, apiKey: KEY });
    const before = { ...MAESTRO_DEFAULTS, baseUrl: stub.url };
    const refused = await change({ baseUrl: "https://evil.example/v1" }, before);
    expect(refused.serverError?.fields.apiKey).toBeTruthy();
    expect((await stored())?.config.baseUrl).toBe(stub.url);
    // Another path of the same server, another server with a key of its own, and another without any.
    await change({ baseUrl: `${stub.url}/beta` }, before);
    expect((await stored())?.apiKey).toBe(KEY);
    const moved = { ...before, baseUrl: `${stub.url}/beta` };
    await change({ baseUrl: "https://a.example/v1", apiKey: "another-key" }, moved);
    expect((await stored())?.apiKey).toBe("another-key");
    await change({ baseUrl: "https://b.example/v1", removesKey: true }, { baseUrl: "https://a.example/v1" });
    expect(await stored()).toMatchObject({ apiKey: null, config: { baseUrl: "https://b.example/v1" } });
  });

  it("of another installation counts as none, and is asked for again", async () => {
    await change({ apiKey: KEY });
    await db.sql`update maestro_settings set secrets = 'v1.other.x.y' where account_id = ${accountId}`;
    expect(await stored()).toMatchObject({ apiKey: null });
    expect(await maestroOf(accountId)).toMatchObject({ key: "unreadable" });
  });

  it("copied to another account does not open there", async () => {
    await change({ apiKey: KEY });
    const other = await makeAccount();
    await changeMaestro(other, { before: {} }, byPerson);
    await db.sql`
      update maestro_settings set secrets = (select secrets from maestro_settings where account_id = ${accountId})
      where account_id = ${other}`;
    expect(await withAccountSql(other, loadMaestro)).toMatchObject({ apiKey: null });
  });
});

describe("two administrators who save at once", () => {
  it("both succeed where they change different things, also the first time", async () => {
    await Promise.all([
      changeMaestro(accountId, { voice: "Warm", before: { voice: "" } }, byPerson),
      changeMaestro(accountId, { dailyBudget: 7, before: { dailyBudget: 5 } }, byPerson),
      changeMaestro(accountId, { leadMinutes: 30, before: { leadMinutes: 60 } }, byPerson),
    ]);
    expect((await stored())?.config).toMatchObject({ voice: "Warm", dailyBudget: 7, leadMinutes: 30 });
  });

  it("do not overwrite each other unseen where they change the same", async () => {
    const save = (voice: string) => changeMaestro(accountId, { voice, before: { voice: "" } }, byPerson);
    const results = await Promise.allSettled([save("Warm"), save("Cool"), save("Dry")]);
    const won = results.filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ message: "maestro_changed" });
    }
    const [first] = won as PromiseFulfilledResult<{ voice: string }>[];
    expect((await stored())?.config.voice).toBe(first?.value.voice);
  });

  it("are told in a sentence", async () => {
    await change({ voice: "Warm" });
    const late = await change({ voice: "Cool" });
    expect(late.serverError).toMatchObject({
      ...{ code: "conflict" },
      message:
        "Somebody else has changed this since you opened it. Load the page again, then make your change.",
    });
  });
});

describe("trying the connection", () => {
  const tryIt = (over: Partial<{ baseUrl: string; model: string; apiKey: string }> = {}) =>
    administrator.ask(() =>
      testMaestroAction({
        ...{ account, baseUrl: stub.url, model: "stub", timeoutSeconds: 5, apiKey: KEY },
        ...over,
      }),
    );

  it("tells that the model answers, before anything is saved, and stands in the ledger", async () => {
    expect((await tryIt()).data).toMatchObject({ outcome: "ok", isStructured: true });
    expect(await stored()).toBeNull();
    const calls = await db.sql`select purpose, outcome from ai_calls where account_id = ${accountId}`;
    expect(calls.map((call) => ({ ...call }))).toEqual([{ purpose: "test", outcome: "ok" }]);
  });

  it("uses the stored key towards the server that it was stored for, and none towards others", async () => {
    await change({ baseUrl: stub.url, apiKey: KEY });
    expect((await tryIt({ apiKey: "" })).data).toMatchObject({ outcome: "ok" });
    const other = await startOpenAiStub({});
    expect((await tryIt({ apiKey: "", baseUrl: other.url })).data).toMatchObject({ outcome: "ok" });
    expect(other.asked[0]?.everything).not.toContain(KEY);
    await other.close();
  });

  it("tells exactly what failed, without the key", async () => {
    const wrong = await tryIt({ apiKey: "sk-wrong-0123456789" });
    expect(wrong.data).toMatchObject({ outcome: "unauthorized" });
    expect(JSON.stringify(wrong)).not.toContain("sk-wrong-0123456789");
    const [call] = await db.sql`select * from ai_calls where account_id = ${accountId}`;
    expect(JSON.stringify(call)).not.toContain("sk-wrong-0123456789");
    expect((await tryIt({ model: "no-such" })).data).toMatchObject({ code: "not_found" });
    expect((await tryIt({ baseUrl: "http://127.0.0.1:1/v1" })).data).toMatchObject({ code: "econnrefused" });
  });

  it("refuses this machine and its network where the installation does not allow them", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "0";
    const before = stub.asked.length;
    const refused = await tryIt({ baseUrl: stub.url.replace("http:", "https:") });
    expect(refused.data).toMatchObject({ outcome: "unavailable", code: "private_address" });
    expect(stub.asked.length).toBe(before);
  });

  it("is no way around the budget", async () => {
    await change({ dailyBudget: 0 });
    expect((await tryIt()).data).toMatchObject({ outcome: "budget" });
  });
});
