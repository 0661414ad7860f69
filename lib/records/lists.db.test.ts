import { beforeEach, describe, expect, it } from "vitest";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeDeal,
  makeEnrollment,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { dealBoard } from "./board";
import { recordDetail } from "./detail";
import { listAppointments, listCharges, listDeals } from "./lists";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

let accountId: AccountId;
let contactId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  contactId = (await makeContact(accountId, { name: "Ana Souza" })).id;
});

describe("the board", () => {
  it("shows the first deals of a stage in their order, more on demand, and counts them all", async () => {
    const first = await makeDeal(accountId, contactId, { position: 0 });
    await database.sql`
      insert into deals (account_id, contact_id, title, amount, currency, stage_id, position)
      select ${accountId}, ${contactId}, 'Deal ' || n, 100, 'BRL', ${first.stageId}, n
      from generate_series(1, 120) n`;
    const stage = async (shown: Record<string, number>) => (await dealBoard(accountId, {}, shown)).stages[0];
    const little = await stage({});
    expect(little?.deals.map(({ title }) => title).slice(0, 3)).toEqual(["Solar roof", "Deal 1", "Deal 2"]);
    expect([little?.deals.length, little?.count]).toEqual([50, 121]);
    expect((await stage({ [first.stageId]: 100 }))?.deals).toHaveLength(100);
  });

  it("never adds up amounts of several currencies, and leaves closed deals out", async () => {
    const { stageId } = await makeDeal(accountId, contactId, { amount: 10_000, currency: "BRL" });
    await makeDeal(accountId, contactId, { amount: 5_000, currency: "BRL" });
    await makeDeal(accountId, contactId, { amount: 700, currency: "JPY" });
    await makeDeal(accountId, contactId, { amount: null, currency: null });
    await makeDeal(accountId, contactId, { status: "won" });
    const stage = (await dealBoard(accountId, {})).stages.find(({ id }) => id === stageId);
    expect(stage).toMatchObject({
      count: 4,
      totals: [
        { currency: "BRL", amount: 15_000, count: 2 },
        { currency: "JPY", amount: 700, count: 1 },
      ],
    });
  });

  it("is narrowed to an owner, to nobody's, to stalled deals and to a text", async () => {
    const owner = await makeMember(accountId);
    await makeDeal(accountId, contactId, { title: "Owned", assigneeId: owner });
    await makeDeal(accountId, contactId, {
      ...{ title: "Idle", lastActivityAt: new Date(Date.now() - 8 * 86_400_000) },
    });
    const titles = async (filter: Parameters<typeof dealBoard>[1]) =>
      (await dealBoard(accountId, filter)).stages.flatMap(({ deals }) => deals.map(({ title }) => title));
    expect(await titles({ owner })).toEqual(["Owned"]);
    expect(await titles({ owner: "none" })).toEqual(["Idle"]);
    expect(await titles({ stalled: "yes" })).toEqual(["Idle"]);
    expect(await titles({ search: "own" })).toEqual(["Owned"]);
    expect((await titles({ search: "souza" })).sort()).toEqual(["Idle", "Owned"]);
  });
});

describe("appointments", () => {
  it("come next first, and of the past the last one first, page by page and back", async () => {
    await database.sql`
      insert into appointments (account_id, contact_id, title, starts_at)
      select ${accountId}, ${contactId}, 'A' || n, ${NOW}::timestamptz + make_interval(hours => n)
      from generate_series(-60, 60) n where n <> 0`;
    const page = (when: "upcoming" | "past", cursor: object) =>
      listAppointments(accountId, { when }, { cursor, now: NOW });
    const one = await page("upcoming", {});
    expect([one.rows[0]?.title, one.rows.at(-1)?.title, one.count]).toEqual(["A1", "A50", 60]);
    const two = await page("upcoming", { after: one.next });
    expect([two.rows[0]?.title, two.rows.length, two.next]).toEqual(["A51", 10, null]);
    const back = await page("upcoming", { before: two.previous });
    expect([back.rows[0]?.title, back.rows.at(-1)?.title]).toEqual(["A1", "A50"]);
    const past = await page("past", {});
    expect([past.rows[0]?.title, past.rows.at(-1)?.title]).toEqual(["A-1", "A-50"]);
    expect((await page("past", { after: past.next })).rows[0]?.title).toBe("A-51");
  });

  it("that have begun and not ended are not past", async () => {
    await makeAppointment(accountId, contactId, { startsAt: hours(-1), endsAt: hours(1) });
    const when = async (which: "upcoming" | "past") =>
      (await listAppointments(accountId, { when: which }, { cursor: {}, now: NOW })).count;
    expect([await when("upcoming"), await when("past")]).toEqual([1, 0]);
  });
});

describe("charges", () => {
  const list = (filter: Parameters<typeof listCharges>[1]) =>
    listCharges(accountId, filter, { cursor: {}, today: "2026-11-18" });

  it("are overdue from the day after their due date, whatever the clock has said so far", async () => {
    for (const [title, dueOn, status] of [
      ["Today", "2026-11-18", "pending"],
      ["Yesterday", "2026-11-17", "pending"],
      ["Long ago", "2026-10-01", "overdue"],
      ["Paid late", "2026-10-01", "paid"],
    ] as const)
      await makeCharge(accountId, contactId, { title, dueOn, status });
    const titles = async (filter: Parameters<typeof listCharges>[1]) =>
      (await list(filter)).rows.map(({ title }) => title);
    expect(await titles({ status: "overdue" })).toEqual(["Long ago", "Yesterday"]);
    expect(await titles({ status: "pending" })).toEqual(["Today"]);
    expect(await titles({ status: "open" })).toEqual(["Long ago", "Yesterday", "Today"]);
    expect(await titles({ from: "2026-11-17", to: "2026-11-17" })).toEqual(["Yesterday"]);
  });

  it("sum up everything that matches, by currency", async () => {
    await makeCharge(accountId, contactId, { amount: 100, currency: "BRL" });
    await makeCharge(accountId, contactId, { amount: 250, currency: "BRL" });
    await makeCharge(accountId, contactId, { amount: 9_000, currency: "CLP", status: "paid" });
    expect((await list({})).totals).toEqual([
      { currency: "BRL", amount: 350, count: 2 },
      { currency: "CLP", amount: 9_000, count: 1 },
    ]);
    expect((await list({ status: "paid" })).totals).toEqual([{ currency: "CLP", amount: 9_000, count: 1 }]);
  });

  it("of a deleted contact are not shown", async () => {
    const gone = await makeContact(accountId, { deletedAt: NOW });
    await makeCharge(accountId, gone.id);
    await makeDeal(accountId, gone.id);
    expect((await list({})).count).toBe(0);
    expect((await listDeals(accountId, {}, {})).count).toBe(0);
  });
});

describe("the detail of a record", () => {
  it("has the runs about it and the sequences that could begin, and is nobody else's", async () => {
    const charge = await makeCharge(accountId, contactId);
    const sequence = await makeSequence(accountId, { target: "charge" });
    await makeSequence(accountId, { target: "deal" });
    const run = await makeEnrollment(accountId, sequence, contactId, { recordId: charge.id });
    const detail = await recordDetail(accountId, "charge", charge.id);
    expect(detail.runs.map(({ id }) => id)).toEqual([run.id]);
    expect(detail.sequences.map(({ id }) => id)).toEqual([sequence.sequenceId]);
    expect(detail.row).toMatchObject({ contactName: "Ana Souza", liveRuns: 1 });
    const stranger = await makeAccount();
    await expect(recordDetail(stranger, "charge", charge.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
