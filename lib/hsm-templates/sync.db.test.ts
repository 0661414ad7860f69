import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeInbox, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type StubTemplate, startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { STUB_BUSINESS_ACCOUNT_ID, STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import { inngest } from "@/inngest/client";
import { createExecutor } from "@/inngest/embedded/executor";
import { closeExecutorSql, executorSql } from "@/inngest/executor-sql";
import { syncTemplates as syncFunction } from "@/inngest/functions/sync-templates";
import type { AccountId } from "@/lib/accounts/account-id";
import { createAccount } from "@/lib/accounts/mutations";
import { requestAllTemplates } from "@/lib/engine/refresh-templates";
import { relayOutbox } from "@/lib/engine/relay";
import { addInbox, changeInbox, removeInbox } from "@/lib/inboxes/mutations";
import { listHsmTemplates, loadHsmStatuses } from "./data";
import { syncTemplates } from "./mutations";

const db = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");
const hour = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

let stub: WhatsappStub;
let accountId: AccountId;
let inboxId: string;

beforeAll(async () => {
  stub = await startWhatsappStub();
});
afterAll(async () => {
  await stub.close();
  await closeExecutorSql();
});
beforeEach(async () => {
  accountId = await makeAccount();
  inboxId = (await addInbox(accountId, whatsapp())).id;
});
afterEach(() => {
  stub.templates.splice(0);
  stub.requests.splice(0);
});

const whatsapp = (config: Record<string, string> = {}) => ({
  ...{ name: "Sales", provider: "whatsapp_cloud" as const, channel: "whatsapp" as const },
  config: {
    ...{
      phoneNumberId: STUB_PHONE_NUMBER_ID,
      businessAccountId: STUB_BUSINESS_ACCOUNT_ID,
      baseUrl: stub.url,
    },
    ...config,
  },
  secrets: { accessToken: "stub-token", appSecret: "app-secret" },
});
const template = (name: string, over: StubTemplate = {}): StubTemplate => ({
  ...{ name, language: "en", status: "APPROVED", category: "UTILITY", quality_score: { score: "GREEN" } },
  components: [{ type: "BODY", text: "Hi {{1}}", example: { body_text: [["Ana"]] } }],
  ...over,
});
const sync = (now = NOW) => syncTemplates(accountId, { inboxId, now });
const shown = async () =>
  (await listHsmTemplates(accountId)).map(({ name, status, missingAt }) => ({ name, status, missingAt }));

describe("reading the templates of an inbox", () => {
  it("stores them with everything that a step needs", async () => {
    stub.templates.push(template("reminder", { parameter_format: "POSITIONAL" }));
    expect(await sync()).toEqual({ listed: 1, vanished: 0 });
    expect(await listHsmTemplates(accountId)).toEqual([
      {
        ...{ inboxId, inboxName: "Sales", name: "reminder", language: "en", status: "APPROVED" },
        ...{ category: "UTILITY", quality: "GREEN", parameterFormat: "positional", unsupported: null },
        ...{ header: null, headerExample: "", body: "Hi {{1}}", footer: null, buttons: [] },
        needs: { isNamed: false, variables: ["1"], header: null, buttons: [], isUnsupported: false },
        parameters: [{ name: null, example: "Ana" }],
        ...{ syncedAt: NOW.toISOString(), missingAt: null },
      },
    ]);
  });

  it("takes over what Meta changed, and keeps and marks what vanished until it is back", async () => {
    stub.templates.push(template("a"), template("b"));
    await sync();
    stub.templates.splice(0, 2, template("a", { status: "PAUSED" }));
    expect(await sync(hour(1))).toEqual({ listed: 1, vanished: 1 });
    const gone = { name: "b", status: "APPROVED", missingAt: hour(1).toISOString() };
    expect(await shown()).toEqual([{ name: "a", status: "PAUSED", missingAt: null }, gone]);
    expect(await sync(hour(2))).toEqual({ listed: 1, vanished: 0 });
    expect((await shown())[1]).toEqual(gone);
    stub.templates.push(template("b"));
    await sync(hour(3));
    expect((await shown())[1]).toEqual({ name: "b", status: "APPROVED", missingAt: null });
  });

  it("marks all of them when the account has none left", async () => {
    stub.templates.push(template("a"));
    await sync();
    stub.templates.splice(0);
    expect(await sync(hour(1))).toEqual({ listed: 0, vanished: 1 });
  });

  it("lets an earlier reading that ends later change nothing", async () => {
    stub.templates.push(template("a", { status: "PAUSED" }), template("gone"));
    await sync();
    stub.templates.pop();
    await sync(hour(2));
    stub.templates.splice(0, 1, template("a"), template("gone"), template("new"));
    await sync(hour(1));
    expect(await shown()).toMatchObject([
      { name: "a", status: "PAUSED" },
      { name: "gone", missingAt: hour(2).toISOString() },
      { name: "new" },
    ]);
  });

  it("gives the same rows when two readings meet", async () => {
    stub.templates.push(...Array.from({ length: 60 }, (_, n) => template(`t_${n}`)));
    await Promise.all([sync(hour(1)), sync(hour(2)), sync(hour(1))]);
    const rows = await listHsmTemplates(accountId);
    expect(rows).toHaveLength(60);
    expect(new Set(rows.map(({ syncedAt, missingAt }) => `${syncedAt} ${missingAt}`))).toEqual(
      new Set([`${hour(2).toISOString()} null`]),
    );
  });

  it("stores what Postgres would refuse", async () => {
    stub.templates.push(template("odd", { components: [{ type: "BODY", text: "a\u0000b\ud800" }] }));
    await sync();
    expect((await listHsmTemplates(accountId))[0]?.body).toBe("ab\ufffd");
  });
});

describe("a reading that fails changes nothing", () => {
  beforeEach(async () => {
    stub.templates.push(template("kept"));
    await sync();
  });
  afterEach(async () => {
    expect(await shown()).toEqual([{ name: "kept", status: "APPROVED", missingAt: null }]);
  });

  it("and says what Meta refused", async () => {
    stub.failNext({ kind: "error", status: 401, error: { code: 190, message: "expired" } });
    await expect(sync(hour(1))).rejects.toMatchObject({
      ...{ code: "invalid", message: "hsm_refused", data: { detail: "expired" } },
    });
  });

  it("and says that it may work later", async () => {
    stub.failNext({ kind: "status", status: 503 });
    await expect(sync(hour(1))).rejects.toMatchObject({ code: "unavailable", message: "hsm_failed" });
  });

  it("also when a later page is the one that fails", async () => {
    const body = JSON.stringify({ data: [template("other")], paging: { cursors: { after: "x" } } });
    stub.failNext({ kind: "status", status: 200, body }, { kind: "status", status: 500 });
    await expect(sync(hour(1))).rejects.toMatchObject({ message: "hsm_failed" });
  });

  it("and names the setting that is missing", async () => {
    const { name, secrets, config } = whatsapp({ businessAccountId: "" });
    await changeInbox(accountId, { id: inboxId, name, secrets, config });
    await expect(sync(hour(1))).rejects.toMatchObject({
      ...{ code: "invalid", message: "hsm_account_missing" },
      fields: { "config.businessAccountId": "required" },
    });
  });
});

describe("whose templates", () => {
  it("an account cannot read or have read those of another", async () => {
    stub.templates.push(template("a"));
    await sync();
    const other = await makeAccount();
    expect(await listHsmTemplates(other)).toEqual([]);
    expect(await withAccount(other, loadHsmStatuses)).toBeNull();
    stub.requests.splice(0);
    await expect(syncTemplates(other, { inboxId, now: hour(1) })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(stub.requests).toEqual([]);
  });

  it("an inbox without any is told so", async () => {
    const { id } = await makeInbox(accountId, { channel: "email" });
    await expect(syncTemplates(accountId, { inboxId: id, now: NOW })).rejects.toMatchObject({
      message: "hsm_no_templates",
    });
    await expect(syncTemplates(accountId, { inboxId: randomUUID(), now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("those of a removed inbox are no longer shown or counted", async () => {
    stub.templates.push(template("a"));
    await sync();
    await removeInbox(accountId, inboxId, NOW);
    expect(await listHsmTemplates(accountId)).toEqual([]);
    expect(await withAccount(accountId, loadHsmStatuses)).toBeNull();
  });

  it("publishing is told one status for each, the best of all inboxes", async () => {
    const second = (await addInbox(accountId, whatsapp())).id;
    stub.templates.push(template("a", { status: "PAUSED" }), template("b"), template("c"));
    await sync();
    stub.templates.splice(0, 3, template("a"), template("b", { status: "REJECTED" }));
    await syncTemplates(accountId, { inboxId: second, now: hour(1) });
    stub.templates.splice(0, 2, template("a", { status: "PAUSED" }), template("b"));
    await sync(hour(2));
    expect(await withAccount(accountId, loadHsmStatuses)).toMatchObject([
      { name: "a", language: "en", status: "APPROVED" },
      { name: "b", language: "en", status: "APPROVED" },
      { name: "c", language: "en", status: "MISSING" },
    ]);
  });
});

describe("without anybody asking", () => {
  const work = async () => {
    const executor = createExecutor({
      sql: executorSql(),
      client: inngest,
      functions: [syncFunction],
      clock: Date.now,
    });
    while ((await relayOutbox((events) => inngest.send(events))) > 0) await executor.runUntilIdle();
  };
  const requested = async () =>
    (await db.sql`select data->>'inboxId' as id from outbox where data->>'accountId' = ${accountId}`).map(
      ({ id }) => id,
    );

  it("an inbox that was added or changed is read by the worker", async () => {
    stub.templates.push(template("a"));
    await work();
    expect(await shown()).toMatchObject([{ name: "a" }]);
    stub.templates.push(template("b"));
    const { name, config } = whatsapp();
    await changeInbox(accountId, { id: inboxId, name, config, secrets: {} });
    await work();
    expect(await shown()).toMatchObject([{ name: "a" }, { name: "b" }]);
  });

  it("a new account has the sandbox's templates, in three languages", async () => {
    const userId = await makeMember(accountId);
    const made = await createAccount({ name: "New", userId, locale: "en", timeZone: "UTC" });
    await work();
    const templates = await listHsmTemplates(made.accountId);
    expect(new Set(templates.map(({ language }) => language))).toEqual(new Set(["en", "pt_BR", "es"]));
    expect(templates.filter(({ status, unsupported }) => status === "APPROVED" && !unsupported)).toHaveLength(
      15,
    );
  });

  it("every inbox that has templates is asked for once a day", async () => {
    await makeInbox(accountId, { channel: "sms" });
    await db.sql`delete from outbox`;
    await requestAllTemplates(NOW);
    expect(await requested()).toEqual([inboxId]);
    const [first] = await db.sql`select event_id from outbox where data->>'accountId' = ${accountId}`;
    expect(first?.event_id).toBe(`templates:${inboxId}:2026-03-10`);
  });
});
