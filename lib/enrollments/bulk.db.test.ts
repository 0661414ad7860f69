import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, MINUTE, NOW } from "@/lib/engine/fixtures/arrange";
import { cancelBulk, startBulk, undoBulk } from "./bulk";
import { recentBulks } from "./bulk-data";
import { pauseEnrollments } from "./control";
import { bulkTurn } from "./enroll-many";
import { restartBulks } from "./lost-bulks";
import { enroll } from "./mutations";

const database = useTestDatabase();
let accountId: AccountId;
let actorId: string;
let sequenceId: string;

const everybody = { kind: "filter" as const, filter: {} };

beforeEach(async () => {
  accountId = await makeAccount();
  actorId = await makeMember(accountId);
  await makeInbox(accountId);
  sequenceId = (await makeSequence(accountId, { steps: [makeStep()] })).sequenceId;
});

/** People with a phone number each. */
const populate = (count: number) => database.sql`
  with people as (
    insert into contacts (account_id, name) select ${accountId}, 'Ana ' || n from generate_series(1, ${count}::int) n
    returning id)
  insert into contact_identities (account_id, contact_id, kind, value)
  select ${accountId}, id, 'phone', '+5511' || row_number() over () + 900000000 from people`;

const start = (over: Partial<Parameters<typeof startBulk>[1]> = {}) =>
  startBulk(accountId, { sequenceId, audience: everybody, actorId, now: NOW, ...over });
const turn = (bulkId: string, act: "enroll" | "undo" = "enroll", now = NOW) =>
  bulkTurn({ accountId, bulkId, act }, clockAt(now));
async function carryOut(bulkId: string, act: "enroll" | "undo" = "enroll", now = NOW) {
  while ((await turn(bulkId, act, now)).kind === "more");
}
const bulkOf = async (id: string) => (await recentBulks(accountId, NOW)).find((bulk) => bulk.id === id);
const runCount = async () =>
  (await database.sql`select count(*)::int as runs from enrollments where account_id = ${accountId}`)[0]
    ?.runs;

/** Every table of the tenant, but what only ever grows and the bulk enrollments themselves. */
async function everything(isOf: (table: string) => boolean = () => true) {
  const tables = await database.sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace order by 1`;
  const left = ["ledger", "bulk_enrollments", "run_changes", "send_changes"];
  const kept = tables.filter(({ name }) => !left.includes(name) && isOf(name));
  const rows: Record<string, unknown> = {};
  for (const { name } of kept) {
    rows[name] = await database.sql`
      select to_jsonb(t) - 'epoch' - 'driver' as row from ${database.sql(name)} t
      where account_id = ${accountId} order by to_jsonb(t)::text`;
  }
  return rows;
}

describe("a bulk enrollment", () => {
  it("enrolls everybody once, with how and by whom, and counts what it did", async () => {
    await populate(6_000);
    await makeContact(accountId, { name: "Blocked", blockedAt: NOW });
    const first = await makeContact(accountId);
    await enroll(accountId, { sequenceId, contactIds: [first.id], actorId, now: NOW });
    const { bulkId, total } = await start();
    expect(total).toBe(6_002);
    expect(await turn(bulkId)).toEqual({ kind: "more" });
    expect(await bulkOf(bulkId)).toMatchObject({ status: "running", seen: 5_000 });
    await carryOut(bulkId);
    expect(await bulkOf(bulkId)).toMatchObject({
      ...{ status: "done", seen: 6_002, enrolled: 6_000, existing: 1, refused: { blocked: 1 } },
      isUndoable: true,
    });
    const [told] = await database.sql`
      select count(*)::int as runs, min(method) as method, min(enrolled_by::text) as by from enrollments
      where bulk_id = ${bulkId}`;
    expect(told).toEqual({ runs: 6_000, method: "bulk", by: actorId });
  });

  it("neither repeats nor loses anybody when two workers carry it out, or one crashes in between", async () => {
    await populate(6_000);
    const { bulkId } = await start();
    await turn(bulkId);
    // The answer of the first turn was lost: the durable engine asks again, and another worker does, too.
    await Promise.all([carryOut(bulkId), carryOut(bulkId), carryOut(bulkId)]);
    expect(await bulkOf(bulkId)).toMatchObject({ status: "done", seen: 6_000, enrolled: 6_000 });
    expect(await runCount()).toBe(6_000);
    expect(await turn(bulkId)).toEqual({ kind: "done" });
  });

  it("rolls a failed chunk back whole, cursor and counts with it", async () => {
    await populate(10);
    const { bulkId } = await start();
    await database.sql`alter table bulk_enrollments add constraint broken check (enrolled < 10) not valid`;
    await expect(turn(bulkId)).rejects.toThrow();
    await database.sql`alter table bulk_enrollments drop constraint broken`;
    expect(await runCount()).toBe(0);
    expect(await bulkOf(bulkId)).toMatchObject({ status: "waiting", seen: 0 });
    await carryOut(bulkId);
    expect(await runCount()).toBe(10);
  });

  it("stops after the chunk when it is canceled", async () => {
    await populate(6_000);
    const { bulkId } = await start();
    await turn(bulkId);
    await cancelBulk(accountId, { bulkId, now: later(MINUTE) });
    expect(await turn(bulkId)).toEqual({ kind: "done" });
    expect(await bulkOf(bulkId)).toMatchObject({ status: "canceled", enrolled: 5_000, isUndoable: true });
    await expect(cancelBulk(accountId, { bulkId, now: NOW })).rejects.toMatchObject({ message: "bulk_over" });
  });

  it("stops with the reason when the sequence is paused meanwhile", async () => {
    await populate(6_000);
    const { bulkId } = await start();
    await turn(bulkId);
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    expect(await turn(bulkId)).toEqual({ kind: "done" });
    expect(await bulkOf(bulkId)).toMatchObject({
      ...{ status: "failed", error: "sequence_not_active", enrolled: 5_000 },
      isUndoable: true,
    });
  });

  it("of nobody, into a sequence that is not active or not known, is refused", async () => {
    await expect(start()).rejects.toMatchObject({ message: "enroll_none" });
    await makeContact(accountId);
    await expect(start({ sequenceId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    await expect(start()).rejects.toMatchObject({ message: "sequence_not_active" });
  });

  it("beside another one of the same people enrolls each once", async () => {
    await populate(6_000);
    const [one, other] = [await start(), await start()];
    await Promise.all([carryOut(one.bulkId), carryOut(other.bulkId)]);
    const bulks = [await bulkOf(one.bulkId), await bulkOf(other.bulkId)];
    const sum = (of: "enrolled" | "existing") => bulks.reduce((total, bulk) => total + (bulk?.[of] ?? 0), 0);
    expect([sum("enrolled"), sum("existing"), await runCount()]).toEqual([6_000, 6_000, 6_000]);
  });

  it("that was lost is begun again, and one that is over is not", async () => {
    await makeContact(accountId);
    const [lost, done] = [await start(), await start()];
    await carryOut(done.bulkId);
    await database.sql`delete from outbox`;
    await restartBulks(later(5 * MINUTE));
    expect(await database.sql`select from outbox`).toHaveLength(0);
    await restartBulks(later(11 * MINUTE));
    await restartBulks(later(21 * MINUTE));
    const events = await database.sql`
      select distinct event_id, data->>'bulkId' as id, data->>'act' as act from outbox where name = 'bulk/planned'`;
    expect(events).toHaveLength(2);
    for (const event of events) expect(event).toMatchObject({ id: lost.bulkId, act: "enroll" });
  });

  it("of another account is not found", async () => {
    await makeContact(accountId);
    const { bulkId } = await start();
    const stranger = await makeAccount();
    await expect(cancelBulk(stranger, { bulkId, now: NOW })).rejects.toMatchObject({ code: "not_found" });
    await expect(undoBulk(stranger, { bulkId, actorId, now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await bulkTurn({ accountId: stranger, bulkId, act: "enroll" }, clockAt(NOW))).toEqual({
      kind: "done",
    });
    expect(await recentBulks(stranger, NOW)).toEqual([]);
  });
});

describe("undo of a bulk enrollment", () => {
  it("restores every table of the tenant exactly", async () => {
    await populate(2_500);
    const group = { exclusivityGroup: "recovery" };
    const low = await makeSequence(accountId, { ...group, priority: "low", steps: [makeStep()] });
    const held = await makeContact(accountId);
    const paused = await makeContact(accountId);
    const contactIds = [held.id, paused.id];
    const { enrolled } = await enroll(accountId, {
      sequenceId: low.sequenceId,
      contactIds,
      actorId,
      now: NOW,
    });
    const ids = enrolled.filter((run) => run.contactId === paused.id).map((run) => run.enrollmentId);
    await pauseEnrollments(accountId, { ids, actorId: null, until: later(DAY), now: NOW });
    const high = await makeSequence(accountId, { ...group, priority: "high", steps: [makeStep()] });
    const before = await everything();

    const { bulkId } = await start({ sequenceId: high.sequenceId, now: later(MINUTE) });
    await carryOut(bulkId, "enroll", later(MINUTE));
    expect(await bulkOf(bulkId)).toMatchObject({ enrolled: 2_502 });
    expect(await everything((table) => table === "enrollments")).not.toEqual({
      enrollments: before.enrollments,
    });
    await undoBulk(accountId, { bulkId, actorId, now: later(2 * MINUTE) });
    await carryOut(bulkId, "undo", later(2 * MINUTE));
    expect(await bulkOf(bulkId)).toMatchObject({ status: "undone", undone: 2_502, stopped: 0, restored: 2 });
    expect(await everything()).toEqual(before);
    const told = await database.sql`
      select kind, because->>'code' as code from ledger where contact_id = ${held.id} order by at desc limit 1`;
    expect(told).toEqual([{ kind: "undone", code: "bulk_undone" }]);
  });

  it("stops those that have sent something, and a run that was removed leaves its durable run nothing", async () => {
    const [sent, unsent] = [await makeContact(accountId), await makeContact(accountId)];
    const { bulkId } = await start();
    await carryOut(bulkId);
    const runs = await database.sql<{ id: string; contact_id: string }[]>`
      select id, contact_id from enrollments where bulk_id = ${bulkId}`;
    const runOf = (contactId: string) => runs.find((run) => run.contact_id === contactId)?.id ?? "";
    await advance({ accountId, enrollmentId: runOf(sent.id), driver: 1 }, clockAt(NOW));
    await database.sql`update enrollments set status = 'active', end_reason = null where id = ${runOf(sent.id)}`;
    await undoBulk(accountId, { bulkId, actorId, now: later(MINUTE) });
    await carryOut(bulkId, "undo", later(MINUTE));
    expect(await bulkOf(bulkId)).toMatchObject({ status: "undone", undone: 1, stopped: 1 });
    const left =
      await database.sql`select id, status, end_reason from enrollments where account_id = ${accountId}`;
    expect(left).toEqual([{ id: runOf(sent.id), status: "ended", end_reason: "stopped" }]);
    const gone = await advance({ accountId, enrollmentId: runOf(unsent.id), driver: 1 }, clockAt(later(DAY)));
    expect(gone).toEqual({ kind: "end", reason: "handed_over" });
  });

  it("of one that was canceled takes back what was done by then; of two workers at once, once", async () => {
    await populate(6_000);
    const { bulkId } = await start();
    await turn(bulkId);
    await expect(undoBulk(accountId, { bulkId, actorId, now: NOW })).rejects.toMatchObject({
      message: "bulk_not_undoable",
    });
    await cancelBulk(accountId, { bulkId, now: NOW });
    await undoBulk(accountId, { bulkId, actorId, now: NOW });
    await Promise.all([carryOut(bulkId, "undo"), carryOut(bulkId, "undo")]);
    expect(await bulkOf(bulkId)).toMatchObject({ status: "undone", undone: 5_000 });
    expect(await runCount()).toBe(0);
    await expect(undoBulk(accountId, { bulkId, actorId, now: NOW })).rejects.toMatchObject({
      message: "bulk_not_undoable",
    });
  });

  it("is offered for a day", async () => {
    await makeContact(accountId);
    const { bulkId } = await start();
    await carryOut(bulkId);
    await expect(undoBulk(accountId, { bulkId, actorId, now: later(DAY + 1) })).rejects.toMatchObject({
      message: "bulk_not_undoable",
    });
  });
});
