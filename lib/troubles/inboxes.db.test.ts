import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount, withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { hsmTemplates, inboundEvents, mailboxes, messages } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import { signatureOf, textDelivery } from "@/e2e/stubs/whatsapp-webhooks";
import type { AccountId } from "@/lib/accounts/account-id";
import { APP_SECRET, DAY, later, MINUTE, makeWhatsapp, NOW } from "@/lib/engine/fixtures/arrange";
import { blockStep } from "@/lib/engine/step-blocks";
import { acceptWebhook, MOST_ATTEMPTS } from "@/lib/engine/webhook";
import { repairsOf, troublesOf } from "./data";
import { takeInAgain } from "./repair-deliveries";
import { liftAllBlocks, resumeInboxes } from "./repair-inboxes";
import { tellIn } from "./tell";

const database = useTestDatabase();
const HOUR = 60 * MINUTE;

const kinds = async (accountId: AccountId) => (await troublesOf(accountId, NOW)).map(({ kind }) => kind);

async function makeRun(accountId: AccountId, over: Parameters<typeof makeEnrollment>[3] = {}) {
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  return makeEnrollment(accountId, sequence, contact.id, { nextActionAt: later(DAY), ...over });
}

describe("a paused inbox", () => {
  it("is told with the runs that wait for it, until somebody resumes it", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    const paused = { status: "paused", pausedBecause: "The token expired.", pausedAt: later(-HOUR) } as const;
    const inbox = await makeInbox(accountId, { name: "Sales", ...paused });
    await makeRun(accountId, { queuedInboxId: inbox.id, queuedAt: NOW });
    expect(await troublesOf(accountId, NOW)).toMatchObject([
      { kind: "inboxes_paused", named: [{ name: "Sales", detail: "The token expired.", waiting: 1 }] },
    ]);
    const press = () => resumeInboxes(accountId, { inboxId: inbox.id, actorId, now: NOW });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.map(({ repaired }) => repaired).sort()).toEqual([0, 1]);
    expect(await kinds(accountId)).toEqual([]);
    expect(await repairsOf(accountId)).toMatchObject([{ code: "inboxes_paused", name: "Sales", count: 1 }]);
  });

  it("is none of another account's", async () => {
    const theirs = await makeAccount();
    const inbox = await makeInbox(theirs, { status: "paused" });
    const mine = await makeAccount();
    const by = { actorId: await makeMember(mine), now: NOW };
    expect(await kinds(mine)).toEqual([]);
    await expect(resumeInboxes(mine, { inboxId: inbox.id, ...by })).rejects.toThrow("not_found");
    expect(await resumeInboxes(mine, by)).toMatchObject({ repaired: 0 });
    expect(await kinds(theirs)).toEqual(["inboxes_paused"]);
  });
});

describe("an inbox whose provider used to call us", () => {
  async function makeSends(accountId: AccountId, inboxId: string, count: number) {
    for (let n = 0; n < count; n++) {
      const { id: enrollmentId, contactId } = await makeRun(accountId);
      const ids = { accountId, enrollmentId, contactId, inboxId, stepId: randomUUID(), stepEpoch: 0 };
      const sentAt = later(-3 * HOUR);
      await withAccount(accountId, (tx) => tx.insert(messages).values({ ...ids, status: "sent", sentAt }));
    }
  }

  it("is told when it sends and has heard nothing for a day, rings once, and not while it is not in use", async () => {
    const accountId = await makeAccount();
    const inbox = await makeWhatsapp(accountId, "http://127.0.0.1:1", { heardAt: later(-30 * HOUR) });
    await makeSends(accountId, inbox.id, 4);
    expect(await kinds(accountId)).toEqual([]);
    await makeSends(accountId, inbox.id, 1);
    expect(await kinds(accountId)).toEqual(["inboxes_silent"]);
    expect([await tellIn(accountId, NOW), await tellIn(accountId, later(5 * MINUTE))]).toEqual([1, 0]);
    const rawBody = JSON.stringify(textDelivery("5511900000001", "Hello"));
    const headers = new Headers({ "x-hub-signature-256": signatureOf(rawBody, APP_SECRET) });
    const request = { headers, url: new URL("http://localhost/"), rawBody };
    await acceptWebhook({ provider: "whatsapp_cloud", accountId, inboxId: inbox.id }, request, NOW);
    expect(await kinds(accountId)).toEqual([]);
    await tellIn(accountId, NOW);
    const open = await withAccountSql(accountId, (tx) => tx`select from alerts where resolved_at is null`);
    expect(open).toHaveLength(0);
  });
});

describe("a mailbox", () => {
  it("is told while it cannot be read", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId, { channel: "email", provider: "smtp" });
    const set = (over: { seenAt: Date; error: string | null }) =>
      withAccount(accountId, (tx) =>
        tx
          .insert(mailboxes)
          .values({ inboxId: inbox.id, accountId, ...over })
          .onConflictDoUpdate({ target: mailboxes.inboxId, set: over }),
      );
    await set({ seenAt: later(-MINUTE), error: null });
    expect(await kinds(accountId)).toEqual([]);
    await set({ seenAt: later(-MINUTE), error: "Wrong password" });
    expect(await kinds(accountId)).toEqual(["mailboxes_unreadable"]);
    await set({ seenAt: later(-40 * MINUTE), error: null });
    expect(await kinds(accountId)).toEqual(["mailboxes_unreadable"]);
  });
});

describe("a step that its provider refuses", () => {
  it("is told until somebody lets the runs try it again", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    const inbox = await makeInbox(accountId);
    const sequence = await makeSequence(accountId);
    const stepId = sequence.snapshot.steps[0]?.id ?? "";
    await withAccountSql(accountId, (tx) =>
      blockStep(tx, accountId, {
        ...{
          sequenceId: sequence.sequenceId,
          stepId,
          inboxId: inbox.id,
          code: "132000",
          detail: "Too few",
          now: NOW,
        },
      }),
    );
    expect(await troublesOf(accountId, NOW)).toMatchObject([
      { kind: "steps_blocked", repairable: 1, named: [{ id: sequence.sequenceId }] },
    ]);
    const press = () => liftAllBlocks(accountId, { actorId, now: NOW });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.map(({ repaired }) => repaired).sort()).toEqual([0, 1]);
    expect(await kinds(accountId)).toEqual([]);
  });

  it("is foreseen where its template is not approved, in the live version of an active sequence", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId);
    const template = { name: "follow_up", language: "en", parameters: [] };
    await makeSequence(accountId, { steps: [makeStep({ content: { type: "template", template } })] });
    const set = (status: string) =>
      withAccount(accountId, (tx) =>
        tx
          .insert(hsmTemplates)
          .values({
            ...{ accountId, inboxId: inbox.id, name: "follow_up", language: "en", category: "MARKETING" },
            ...{ status, syncedAt: NOW },
          })
          .onConflictDoUpdate({
            target: [hsmTemplates.inboxId, hsmTemplates.name, hsmTemplates.language],
            set: { status },
          }),
      );
    await set("APPROVED");
    expect(await kinds(accountId)).toEqual([]);
    await set("PAUSED");
    expect(await kinds(accountId)).toEqual(["templates_unusable"]);
  });
});

describe("deliveries of a provider", () => {
  it("are told while they fail, and taken in again once they were given up", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    const inbox = await makeWhatsapp(accountId, "http://127.0.0.1:1");
    const body = JSON.stringify(textDelivery("5511900000002", "Hello"));
    const stored = {
      accountId,
      inboxId: inbox.id,
      provider: "whatsapp_cloud" as const,
      body,
      receivedAt: NOW,
    };
    await withAccount(accountId, (tx) =>
      tx.insert(inboundEvents).values([
        { ...stored, dedupeKey: "a", attempts: MOST_ATTEMPTS, error: "It broke." },
        { ...stored, dedupeKey: "b", attempts: 3, error: "It broke." },
        { ...stored, dedupeKey: "c", attempts: 0 },
      ]),
    );
    expect(await troublesOf(accountId, NOW)).toMatchObject([
      { kind: "deliveries_failing", count: 2, repairable: 1 },
    ]);
    expect(await tellIn(accountId, NOW)).toBe(1);
    const press = () => takeInAgain(accountId, { actorId, now: NOW });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.map(({ repaired }) => repaired).sort()).toEqual([0, 1]);
    expect(await troublesOf(accountId, NOW)).toMatchObject([
      { kind: "deliveries_failing", count: 1, repairable: 0 },
    ]);
    const [taken] = await database.sql`
      select count(*)::int as count from conversation_messages where account_id = ${accountId}`;
    expect(taken?.count).toBe(1);
  });
});
