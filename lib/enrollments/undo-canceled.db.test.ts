import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { clockAt, DAY, later, MINUTE, NOW } from "@/lib/engine/fixtures/arrange";
import { cancelBulk, startBulk, undoBulk } from "./bulk";
import { cancelBulkAct, startBulkAct, undoBulkAct } from "./bulk-acts";
import { recentBulkActs } from "./bulk-acts-data";
import { bulkActTurn } from "./bulk-acts-turn";
import { recentBulks } from "./bulk-data";
import { bulkTurn } from "./enroll-many";

const database = useTestDatabase();
let accountId: AccountId;
let actorId: string;
let sequenceId: string;

beforeEach(async () => {
  accountId = await makeAccount();
  actorId = await makeMember(accountId);
  await makeInbox(accountId);
  sequenceId = (await makeSequence(accountId, { steps: [makeStep()] })).sequenceId;
});

const populate = (count: number) => database.sql`
  with people as (
    insert into contacts (account_id, name) select ${accountId}, 'Ana ' || n from generate_series(1, ${count}::int) n
    returning id
  )
  insert into contact_identities (account_id, contact_id, kind, value)
  select ${accountId}, id, 'phone', '+5511' || row_number() over (order by id) + 900000000 from people`;

const enrollAll = async () => {
  const wish = { sequenceId, audience: { kind: "filter" as const, filter: {} }, actorId, now: NOW };
  const { bulkId } = await startBulk(accountId, wish);
  while ((await bulkTurn({ accountId, bulkId, act: "enroll" }, clockAt(NOW))).kind === "more");
  return bulkId;
};
const pauseAll = async () => {
  const act = { kind: "pause" as const, until: null };
  const { bulkActId } = await startBulkAct(accountId, { act, filter: {}, actorId, now: NOW });
  while ((await bulkActTurn({ accountId, bulkActId, act: "do" }, clockAt(NOW))).kind === "more");
  return bulkActId;
};
const undoTurn = (bulkActId: string) =>
  bulkActTurn({ accountId, bulkActId, act: "undo" }, clockAt(later(MINUTE)));
const actOf = async (id: string) =>
  (await recentBulkActs(accountId, later(MINUTE))).find((one) => one.id === id);
const bulkOf = async (id: string) =>
  (await recentBulks(accountId, later(MINUTE))).find((one) => one.id === id);
const standing = () => database.sql`
  select status, count(*)::int as runs from enrollments where account_id = ${accountId} group by 1 order by 1`;

describe("taking back an act on many, canceled", () => {
  it("keeps what was taken back, leaves the rest as acted upon, and goes on with that when it is begun again", async () => {
    await populate(2_500);
    await enrollAll();
    const bulkActId = await pauseAll();
    await undoBulkAct(accountId, { bulkActId, actorId, now: later(MINUTE) });
    await undoTurn(bulkActId);
    await cancelBulkAct(accountId, { bulkActId, now: later(MINUTE) });
    expect(await undoTurn(bulkActId)).toEqual({ kind: "done" });
    expect(await actOf(bulkActId)).toMatchObject({
      ...{ status: "undo_canceled", restored: 1_000, kept: 0, changed: 2_500, isUndoable: true },
    });
    expect(await standing()).toEqual([
      { status: "active", runs: 1_000 },
      { status: "paused", runs: 1_500 },
    ]);

    await undoBulkAct(accountId, { bulkActId, actorId, now: later(2 * MINUTE) });
    while ((await undoTurn(bulkActId)).kind === "more");
    expect(await actOf(bulkActId)).toMatchObject({ status: "undone", restored: 2_500, kept: 0 });
    expect(await standing()).toEqual([{ status: "active", runs: 2_500 }]);
    const told = await database.sql`
      select count(*)::int as rows, count(distinct enrollment_id)::int as runs from ledger
      where account_id = ${accountId} and kind = 'undone'`;
    expect(told).toEqual([{ rows: 2_500, runs: 2_500 }]);
  });

  it("begins a durable run of its own each time", async () => {
    await populate(3);
    await enrollAll();
    const bulkActId = await pauseAll();
    for (const minutes of [1, 2]) {
      await undoBulkAct(accountId, { bulkActId, actorId, now: later(minutes * MINUTE) });
      await cancelBulkAct(accountId, { bulkActId, now: later(minutes * MINUTE) });
    }
    const begun = await database.sql`
      select distinct event_id from outbox where data->>'bulkActId' = ${bulkActId} and data->>'act' = 'undo'`;
    expect(begun).toHaveLength(2);
  });

  it("when nothing was left to take back is taken back", async () => {
    await populate(3);
    await enrollAll();
    const bulkActId = await pauseAll();
    await undoBulkAct(accountId, { bulkActId, actorId, now: later(MINUTE) });
    await undoTurn(bulkActId);
    await cancelBulkAct(accountId, { bulkActId, now: later(MINUTE) });
    expect(await actOf(bulkActId)).toMatchObject({ status: "undone", restored: 3, isUndoable: false });
  });

  it("can be taken up again for a day from the end of the act, and is canceled once", async () => {
    await populate(3);
    await enrollAll();
    const bulkActId = await pauseAll();
    await undoBulkAct(accountId, { bulkActId, actorId, now: later(MINUTE) });
    await cancelBulkAct(accountId, { bulkActId, now: later(MINUTE) });
    await expect(cancelBulkAct(accountId, { bulkActId, now: later(MINUTE) })).rejects.toMatchObject({
      message: "bulk_over",
    });
    await expect(
      undoBulkAct(accountId, { bulkActId, actorId, now: later(DAY + MINUTE) }),
    ).rejects.toMatchObject({ message: "bulk_act_not_undoable" });
  });
});

describe("taking back a bulk enrollment, canceled", () => {
  it("keeps who was removed, leaves the others enrolled, and removes them when it is begun again", async () => {
    await populate(4_500);
    const bulkId = await enrollAll();
    const turn = () => bulkTurn({ accountId, bulkId, act: "undo" }, clockAt(later(MINUTE)));
    await undoBulk(accountId, { bulkId, actorId, now: later(MINUTE) });
    await turn();
    await cancelBulk(accountId, { bulkId, now: later(MINUTE) });
    expect(await turn()).toEqual({ kind: "done" });
    expect(await bulkOf(bulkId)).toMatchObject({ status: "undo_canceled", undone: 2_000, isUndoable: true });
    expect(await standing()).toEqual([{ status: "active", runs: 2_500 }]);
    await undoBulk(accountId, { bulkId, actorId, now: later(2 * MINUTE) });
    while ((await turn()).kind === "more");
    expect(await bulkOf(bulkId)).toMatchObject({ status: "undone", undone: 4_500, stopped: 0 });
    expect(await standing()).toEqual([]);
  });
});
