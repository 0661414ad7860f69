import { describe, expect, it } from "vitest";
import { makeContact, makeDraft, makeEnrollment, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { later, MINUTE, NOW } from "@/lib/engine/fixtures/arrange";
import { type Drafted, drafted, FALLBACK, rowOf, sentOf, toldOf, turn } from "./fixtures/drafted";
import { chooseFallback, reassignDraft, snoozeDraft } from "./hand-on";
import { approveDraft, approveMany } from "./mutations";

const database = useTestDatabase();
const now = later(MINUTE);
const HOUR = 3_600_000;
const by = (one: Drafted) => ({ ...one.by, revision: 0, now });
const notified = ({ draft }: Drafted) => database.sql`
  select user_id as "userId", kind, read_at is not null as "isRead" from notifications
  where data->>'draftId' = ${draft.id} order by at`;

describe("reassigning", () => {
  it("names who is to decide and tells them, once", async () => {
    const one = await drafted();
    const other = await makeMember(one.accountId, "manager");
    expect(await reassignDraft(one.accountId, { ...by(one), assigneeId: other })).toMatchObject({
      revision: 1,
    });
    expect(await rowOf(database.sql, one)).toMatchObject({ assignee_id: other, status: "open", revision: 1 });
    expect(await notified(one)).toEqual([{ userId: other, kind: "draft_assigned", isRead: false }]);
    expect(await toldOf(database.sql, one)).toMatchObject([
      { kind: "reassigned", actorId: one.actorId, data: { assigneeId: other, assignee: "Member manager" } },
    ]);
    const again = await reassignDraft(one.accountId, { ...by(one), revision: 1, assigneeId: other });
    expect(again).toMatchObject({ revision: 1 });
    expect(await notified(one)).toHaveLength(1);
  });

  it("to oneself, or to nobody, tells nobody", async () => {
    const one = await drafted();
    await reassignDraft(one.accountId, { ...by(one), assigneeId: one.actorId });
    await reassignDraft(one.accountId, { ...by(one), revision: 1, assigneeId: null });
    expect(await notified(one)).toEqual([]);
    expect(await rowOf(database.sql, one)).toMatchObject({ assignee_id: null, revision: 2 });
  });

  it("to somebody who may not decide, or is no member, is refused", async () => {
    const [one, stranger] = [await drafted(), await drafted()];
    const viewer = await makeMember(one.accountId, "viewer");
    for (const assigneeId of [viewer, stranger.actorId, one.draft.id]) {
      const refused = reassignDraft(one.accountId, { ...by(one), assigneeId });
      await expect(refused).rejects.toMatchObject({
        code: "invalid",
        fields: { assigneeId: "decider_unknown" },
      });
    }
    expect(await rowOf(database.sql, one)).toMatchObject({ assignee_id: null, revision: 0 });
  });
});

describe("snoozing", () => {
  it("puts the draft out of sight until the moment, at which it is remembered", async () => {
    const one = await drafted();
    const until = later(5 * HOUR);
    await snoozeDraft(one.accountId, { ...by(one), until });
    expect(await rowOf(database.sql, one)).toMatchObject({
      ...{ status: "open", snoozed_until: until, remind_at: until, reminded_at: null, revision: 1 },
    });
    expect(await toldOf(database.sql, one)).toMatchObject([{ kind: "waiting", code: "draft_snoozed" }]);
    await snoozeDraft(one.accountId, { ...by(one), revision: 1, until: null });
    expect(await rowOf(database.sql, one)).toMatchObject({ snoozed_until: null, remind_at: until });
  });

  it("does not hold back what the step's policy does, and cannot reach beyond it", async () => {
    const one = await drafted();
    const wish = (until: Date) => snoozeDraft(one.accountId, { ...by(one), until });
    await expect(wish(later(72 * HOUR))).rejects.toMatchObject({ message: "snooze_after_expiry" });
    await expect(wish(now)).rejects.toMatchObject({ message: "snooze_past" });
    const waiting = await drafted({ expiresAt: null, compose: { expiry: KEEPS } });
    await snoozeDraft(waiting.accountId, { ...by(waiting), until: later(500 * HOUR) });
    expect(await rowOf(database.sql, waiting)).toMatchObject({ snoozed_until: later(500 * HOUR) });
  });
});
const KEEPS = { remindAfterHours: null, expireAfterHours: 72, does: "keep_waiting" } as const;

describe("the step's own text", () => {
  it("takes the place of Maestro's, filled in, and still waits for a person", async () => {
    const one = await drafted();
    await chooseFallback(one.accountId, by(one));
    const row = await rowOf(database.sql, one);
    expect(row).toMatchObject({ status: "open", text: FALLBACK, origin: "fallback", fallback: "chosen" });
    expect(row.written_text).toBe(one.draft.writtenText);
    await turn(one);
    expect(await sentOf(database.sql, one)).toEqual([]);
    const said = { text: FALLBACK, subject: null, vouched: [] };
    await approveDraft(one.accountId, { ...by(one), revision: 1, ...said });
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: FALLBACK, status: "sent" }]);
  });

  it("is vouched for by whoever published it, whatever figures it has", async () => {
    const steps = (await drafted()).sequence.snapshot.steps.map((step) => ({
      ...step,
      content: { type: "text" as const, text: "Hi {{ contact.first_name }}, 15% off until Sunday at 18:30!" },
    }));
    const one = await drafted({ snapshot: { steps } });
    const own = "Hi Ana, 15% off until Sunday at 18:30!";
    const said = { text: own, subject: null, vouched: [] };
    expect(await approveDraft(one.accountId, { ...by(one), ...said })).toMatchObject({ kind: "done" });
    expect(await toldOf(database.sql, one)).toMatchObject([{ data: { origin: "fallback", vouched: null } }]);
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: own, status: "sent" }]);
  });

  it("that lacks a value for the contact is refused with a sentence", async () => {
    const steps = (await drafted()).sequence.snapshot.steps.map((step) => ({
      ...step,
      content: { type: "text" as const, text: "Your plan is {{ contact.plan }}" },
    }));
    const one = await drafted({ snapshot: { steps } });
    await expect(chooseFallback(one.accountId, by(one))).rejects.toMatchObject({
      message: "fallback_unusable",
    });
  });
});

describe("approving many", () => {
  it("takes the green ones, and answers of each what became of it", async () => {
    const one = await drafted();
    const { accountId, actorId } = one;
    const [green, red, changed, decided] = await Promise.all([
      inSame(one),
      inSame(one, { text: "Hello, 35% off until Friday, promised." }),
      inSame(one),
      inSame(one),
    ]);
    await snoozeDraft(accountId, { id: changed, revision: 0, actorId, until: later(HOUR), now });
    await approveMany(accountId, { drafts: [{ id: decided, revision: 0 }], actorId, now });
    const stranger = (await drafted()).draft.id;
    const drafts = [green, red, changed, decided, stranger, green].map((id) => ({ id, revision: 0 }));
    const { results } = await approveMany(accountId, { drafts, actorId, now });
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
      [green, "approved"],
      [red, "findings"],
      [changed, "changed"],
      [decided, "decided"],
      [stranger, "gone"],
    ]);
    const told =
      await database.sql`select because->'data'->>'draftId' as id from ledger where kind = 'approved'
      and account_id = ${accountId}`;
    expect(told.map(({ id }) => id).sort()).toEqual([green, decided].sort());
  });

  it("approves 200 at once, each with its ledger row and its wake", async () => {
    const one = await drafted();
    const { accountId, actorId } = one;
    const ids: string[] = [];
    for (let chunk = 0; chunk < 20; chunk++) {
      ids.push(...(await Promise.all(Array.from({ length: 10 }, () => inSame(one)))));
    }
    const drafts = ids.map((id) => ({ id, revision: 0 }));
    const { results } = await approveMany(accountId, { drafts, actorId, now });
    expect(results.every(({ outcome }) => outcome === "approved")).toBe(true);
    const [count] = await database.sql`
      select (select count(*)::int from drafts where account_id = ${accountId} and status = 'approved') as approved,
        (select count(*)::int from ledger where account_id = ${accountId} and kind = 'approved') as told,
        (select count(*)::int from outbox where name = 'enrollment/woken' and data->>'accountId' = ${accountId}) as woken`;
    expect(count).toEqual({ approved: 200, told: 200, woken: 200 });
  });
});

/** Another draft of the same sequence, of a contact of its own. */
async function inSame(
  { accountId, sequence, inbox }: Drafted,
  over: { text?: string } = {},
): Promise<string> {
  const contact = await makeContact(accountId);
  const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: NOW });
  return (await makeDraft(accountId, run, { inboxId: inbox.id, dueAt: NOW, openedAt: NOW, ...over })).id;
}
