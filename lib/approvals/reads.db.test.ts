import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeContact, makeDraft, makeEnrollment, makeInbox, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { later, MINUTE, NOW } from "@/lib/engine/fixtures/arrange";
import { pauseEnrollments } from "@/lib/enrollments/control";
import { readPlace } from "@/lib/list-place";
import { draftChanges } from "./changes";
import { draftChoices, draftCounts, listDrafts } from "./data";
import { draftDetail } from "./detail";
import { type Drafted, drafted, FALLBACK, TEXT, turn } from "./fixtures/drafted";
import { reassignDraft, snoozeDraft } from "./hand-on";
import { approveDraft, discardDraft } from "./mutations";
import { type DraftFilter, draftFilterSchema } from "./schema";

const database = useTestDatabase();
const HOUR = 3_600_000;
const now = later(MINUTE);

/** A further draft of the same sequence, of a contact of its own. */
async function another(
  { accountId, sequence, inbox }: Drafted,
  over: Partial<Parameters<typeof makeDraft>[2]> = {},
) {
  const contact = await makeContact(accountId, { name: "Bruno Lima", firstName: "Bruno" });
  const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: NOW });
  const at = { dueAt: NOW, openedAt: NOW, expiresAt: later(72 * HOUR) };
  return (await makeDraft(accountId, run, { inboxId: inbox.id, ...at, ...over })).id;
}

const list = (one: Drafted, filter: Partial<DraftFilter> = {}, after: string | null = null) =>
  listDrafts(one.accountId, {
    ...{ userId: one.actorId, now, after: readPlace(after) },
    filter: { ...draftFilterSchema.parse({}), ...filter },
  });
const idsOf = async (one: Drafted, filter: Partial<DraftFilter> = {}) =>
  (await list(one, filter)).rows.map(({ id }) => id);

describe("the list", () => {
  it("has the oldest due first, with what a person decides by", async () => {
    const one = await drafted();
    const later1 = await another(one, { dueAt: later(HOUR) });
    const earlier = await another(one, { dueAt: later(-HOUR), findings: [FINDING] });
    const { rows, next } = await list(one);
    expect(rows.map(({ id }) => id)).toEqual([earlier, one.draft.id, later1]);
    expect(next).toBeNull();
    expect(rows[1]).toMatchObject({
      ...{
        contactName: "Ana Souza",
        sequenceName: "Unanswered conversation",
        stepNumber: 1,
        channel: "whatsapp",
      },
      ...{ excerpt: TEXT, why: { code: "assisted" }, findingCount: 0, verdict: "open", revision: 0 },
      ...{ dueAt: NOW.toISOString(), expiresAt: later(72 * HOUR).toISOString(), expiryDoes: "skip" },
      ...{ assigneeId: null, assigneeName: null, decidedAt: null },
    });
    expect(rows[0]).toMatchObject({ why: { code: "findings" }, findingCount: 1 });
  });

  it("says why it needs a person, the most telling reason first", async () => {
    const expiry = { remindAfterHours: 1, expireAfterHours: 4, does: "send_fallback" } as const;
    const one = await drafted({ origin: "fallback", fallback: "timeout", compose: { expiry } });
    const returned = { code: "facts_changed", data: { fact: "charge.amount", before: "1", after: "2" } };
    const back = await another(one, { origin: "fallback", fallback: "timeout", returned });
    const { rows } = await list(one);
    expect(Object.fromEntries(rows.map(({ id, why }) => [id, why]))).toEqual({
      [one.draft.id]: { code: "fallback", fallback: "timeout" },
      [back]: { code: "returned", because: returned },
    });
    expect(rows[0]).toMatchObject({ expiryDoes: "send_fallback" });
  });

  it("is narrowed by whom, sequence, channel and age", async () => {
    const one = await drafted();
    const other = await makeMember(one.accountId, "manager");
    const mine = await another(one, { assigneeId: one.actorId, channel: "email" });
    const theirs = await another(one, { assigneeId: other, openedAt: later(-5 * HOUR) });
    const all = [one.draft.id, mine, theirs].sort();
    expect((await idsOf(one, { who: "mine" })).sort()).toEqual([one.draft.id, mine].sort());
    expect(await idsOf(one, { who: "unassigned" })).toEqual([one.draft.id]);
    expect((await idsOf(one, { who: "all" })).sort()).toEqual(all);
    expect(await idsOf(one, { who: "all", channel: "email" })).toEqual([mine]);
    expect(await idsOf(one, { who: "all", age: "4" })).toEqual([theirs]);
    expect((await idsOf(one, { who: "all", sequence: one.sequence.sequenceId })).sort()).toEqual(all);
    expect(await idsOf(one, { who: "all", sequence: one.draft.id })).toEqual([]);
    expect(await draftCounts(one.accountId, { userId: one.actorId, now })).toEqual({
      ...{ mine: 2, unassigned: 1, all: 3, snoozed: 0 },
    });
  });

  it("names nobody where whoever was named has left, or may not decide any more: it is everybody's", async () => {
    const one = await drafted();
    const [gone, viewer] = [
      await makeMember(one.accountId, "agent"),
      await makeMember(one.accountId, "agent"),
    ];
    const ids = [await another(one, { assigneeId: gone }), await another(one, { assigneeId: viewer })];
    expect(await idsOf(one, { who: "unassigned" })).toEqual([one.draft.id]);
    await database.sql`delete from members where user_id = ${gone}`;
    await database.sql`update members set role = 'viewer' where user_id = ${viewer}`;
    const { rows } = await list(one, { who: "unassigned" });
    expect(rows.map(({ id }) => id).sort()).toEqual([one.draft.id, ...ids].sort());
    expect(rows.every(({ assigneeId, assigneeName }) => !assigneeId && !assigneeName)).toBe(true);
    const counts = await draftCounts(one.accountId, { userId: one.actorId, now });
    expect(counts).toMatchObject({ mine: 3, unassigned: 3 });
  });

  it("keeps what sleeps and what was decided apart", async () => {
    const one = await drafted();
    const [asleep, approved] = [await another(one), await another(one)];
    const { accountId, actorId } = one;
    await snoozeDraft(accountId, { id: asleep, revision: 0, actorId, until: later(HOUR), now });
    const words = { text: "Hello, may I help you?", subject: null, vouched: [] };
    await approveDraft(accountId, { id: approved, revision: 0, actorId, ...words, now });
    expect(await idsOf(one)).toEqual([one.draft.id]);
    expect(await idsOf(one, { state: "snoozed" })).toEqual([asleep]);
    expect((await list(one, { state: "decided" })).rows).toMatchObject([
      { id: approved, verdict: "approved", decidedByName: "Member agent", decidedAt: now.toISOString() },
    ]);
    const awake = await listDrafts(accountId, {
      ...{ userId: actorId, now: later(2 * HOUR), filter: draftFilterSchema.parse({}) },
    });
    expect(awake.rows.map(({ id }) => id).sort()).toEqual([one.draft.id, asleep].sort());
  });

  it("goes on where the page before ended, also where many are due at the same moment", async () => {
    const one = await drafted();
    const ids = [one.draft.id];
    for (let i = 0; i < 54; i++) ids.push(await another(one));
    const first = await list(one);
    const second = await list(one, {}, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null]);
    expect([...first.rows, ...second.rows].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(readPlace("yesterday|x")).toBeNull();
  });

  it("names the sequences and who may decide", async () => {
    const one = await drafted();
    await makeMember(one.accountId, "viewer");
    expect(await draftChoices(one.accountId)).toEqual({
      sequences: [{ id: one.sequence.sequenceId, name: "Unanswered conversation" }],
      members: [{ id: one.actorId, name: "Member agent" }],
    });
  });
});
const FINDING = {
  ...{ code: "unsupported_percent" as const, part: "text" as const, from: 0, to: 3, words: "20%" },
  ...{ fact: null, data: {} },
};

describe("one draft", () => {
  const read = (one: Drafted, at = now) => draftDetail(one.accountId, one.draft.id, at);

  it("comes with its words, the step's own ones, facts, and when it would go out", async () => {
    const one = await drafted({ note: "They asked for a call." });
    expect(await read(one)).toMatchObject({
      ...{ text: TEXT, subject: null, needsSubject: false, findings: [], note: "They asked for a call." },
      ...{ written: { text: TEXT, subject: null }, fallback: { text: FALLBACK, subject: null } },
      ...{ instruction: "Ask whether they need help.", isUndoable: false, inboxName: "Phone on the screen" },
      earliest: { at: now.toISOString() },
      timeZone: "America/Sao_Paulo",
    });
  });

  it("holds the words against what is known now, and shows what has changed", async () => {
    const facts = [
      { name: "contact.name", kind: "name" as const, value: "Ana Maria" },
      { name: "account.name", kind: "name" as const, value: "Test account" },
    ];
    const one = await drafted({ facts, text: "Hello Ana, you get 20% off." });
    const detail = await read(one);
    expect(detail.findings.map(({ words }) => words)).toContain("20%");
    expect(detail.findingCount).toBe(detail.findings.length);
    const saidOf = Object.fromEntries(detail.facts.map(({ name, says, said }) => [name, [says, said]]));
    expect(saidOf["contact.name"]).toEqual(["Ana Souza", "Ana Maria"]);
    expect(saidOf["account.name"]).toEqual(["Test account", null]);
    expect(saidOf["contact.first_name"]).toEqual(["Ana", ""]);
    // Whoever approves rests the words on what is known then, and stands for the rest.
    expect(detail.earliest.at).toBe(now.toISOString());
  });

  it("says when it would go out, or why it would not", async () => {
    const one = await drafted();
    await pauseEnrollments(one.accountId, {
      ids: [one.enrollmentId],
      actorId: one.actorId,
      until: later(HOUR),
      now,
    });
    expect((await read(one)).earliest).toMatchObject({ at: later(HOUR).toISOString() });
    const held = await drafted();
    await pauseEnrollments(held.accountId, { ids: [held.enrollmentId], actorId: held.actorId, now });
    expect((await read(held)).earliest).toMatchObject({ at: null, because: { code: "run_paused" } });
  });

  it("has a history of who did what, and the thread of the inbox", async () => {
    const one = await drafted();
    await reassignDraft(one.accountId, { ...one.by, revision: 0, assigneeId: one.actorId, now });
    const words = { text: TEXT, subject: null, vouched: [] };
    await approveDraft(one.accountId, { ...one.by, revision: 1, ...words, now: later(2 * MINUTE) });
    expect(await read(one)).toMatchObject({ verdict: "approved", isUndoable: true, conversationId: null });
    await turn(one, later(3 * MINUTE));
    const detail = await read(one, later(4 * MINUTE));
    expect(detail.history.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ["approved", "Member agent"],
      ["reassigned", "Member agent"],
    ]);
    expect(detail).toMatchObject({ verdict: "sent", isUndoable: false });
    expect(detail.conversationId).not.toBeNull();
  });

  it("of another account is not found", async () => {
    const [one, stranger] = [await drafted(), await drafted()];
    await expect(read({ ...one, accountId: stranger.accountId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await idsOf({ ...one, accountId: stranger.accountId }, { who: "all" })).toEqual([
      stranger.draft.id,
    ]);
  });
});

describe("what a screen asks every moment", () => {
  const ask = (one: Drafted, at = now) =>
    draftChanges(one.accountId, { userId: one.actorId, draftId: one.draft.id, now: at });

  it("is the same while nothing happens, and another after each act", async () => {
    const one = await drafted();
    const { accountId, by } = one;
    const words = { text: TEXT, subject: null, vouched: [] };
    const stamps = [await ask(one)];
    expect((await ask(one)).stamp).toBe(stamps[0]?.stamp);
    await reassignDraft(accountId, { ...by, revision: 0, assigneeId: one.actorId, now });
    stamps.push(await ask(one));
    await snoozeDraft(accountId, { ...by, revision: 1, until: later(HOUR), now });
    stamps.push(await ask(one));
    stamps.push(await ask(one, later(2 * HOUR)));
    const second = await another(one);
    stamps.push(await ask(one, later(2 * HOUR)));
    await approveDraft(accountId, { ...by, revision: 2, ...words, now: later(2 * HOUR) });
    stamps.push(await ask(one, later(2 * HOUR)));
    const discarding = { id: second, actorId: one.actorId, revision: 0, stopsRun: true };
    await discardDraft(accountId, { ...discarding, now: later(2 * HOUR + 1) });
    stamps.push(await ask(one, later(2 * HOUR)));
    expect(new Set(stamps.map(({ stamp }) => stamp)).size).toBe(stamps.length);
    expect(stamps.at(-1)).toMatchObject({
      counts: { mine: 0, unassigned: 0, all: 0, snoozed: 0 },
      draft: { id: one.draft.id, revision: 3, verdict: "approved" },
    });
  });

  it("counts all of them where many drafts wait", async () => {
    const one = await drafted();
    await another(one);
    const inbox = await makeInbox(one.accountId);
    await manyDrafts(one, inbox.id, 2_000);
    expect((await ask(one)).counts.all).toBe(2_002);
  });
});

async function manyDrafts(
  { accountId, enrollmentId, contact, sequence }: Drafted,
  inboxId: string,
  count: number,
) {
  await withAccountSql(
    accountId,
    (tx) => tx`
      insert into drafts (account_id, enrollment_id, contact_id, sequence_id, step_id, step_epoch, inbox_id, channel,
        mode, language, status, origin, text, facts, due_at, opened_at)
      select ${accountId}, ${enrollmentId}, ${contact.id}, ${sequence.sequenceId}, gen_random_uuid(), 0, ${inboxId},
        'whatsapp', 'ai_assisted', 'en', 'open', 'ai', 'Hello', '[]', ${NOW}, ${NOW}
      from generate_series(1, ${count})`,
  );
}
