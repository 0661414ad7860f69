import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { MAX_COUNTED } from "@/lib/keyset";
import { foldChanges } from "@/lib/reports/rollups";
import { countSends, listSends } from "./data";
import { LATE, manySends } from "./fixtures/many-sends";
import { nameFilter } from "./named-filter";
import { type SendFilter, sendFilterOf } from "./schema";

const database = useTestDatabase();
const COUNT = 20;
let world: Awaited<ReturnType<typeof manySends>>;
beforeAll(async () => {
  world = await manySends(database, COUNT);
});

/** Both ways to know how many there are say the same. */
async function count(filter: SendFilter): Promise<number> {
  const { rows } = await list(filter, { size: 100 });
  expect(await countSends(world.accountId, filter)).toEqual({ count: rows.length, isExact: true });
  return rows.length;
}
const list = (filter: SendFilter, turn?: Parameters<typeof listSends>[2]) =>
  listSends(world.accountId, filter, turn);

describe("a list of sends", () => {
  it("is walked forward and back without losing one, however many went out at the same instant", async () => {
    const pages = [await list({}, { size: 7 })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await list({}, { size: 7, after: next }));
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(COUNT);
    const times = pages.flatMap(({ rows }) => rows.map(({ at }) => at ?? ""));
    expect(times).toEqual([...times].sort().reverse());
    const back = await list({}, { size: 7, before: pages[2]?.previous ?? null });
    expect(back.rows).toEqual(pages[1]?.rows);
    expect(back.next).toEqual(pages[1]?.next);
    expect((await list({}, { size: 7, before: back.previous })).previous).toBeNull();
  });

  it("cuts days, weekdays and hours as the account's clocks show them", async () => {
    expect(await count({ from: "2026-03-10", to: "2026-03-10" })).toBe(COUNT);
    expect(await count({ from: "2026-03-11" })).toBe(0);
    expect(await count({ to: "2026-03-09" })).toBe(0);
    expect(await count({ weekday: 2, hour: 23 })).toBe(COUNT);
    expect(await count({ weekday: 3 })).toBe(0);
    expect(await count({ hour: 2 })).toBe(0);
    expect(await count({ by: "enrolled", from: "2026-03-10", to: "2026-03-10" })).toBe(COUNT);
  });

  it("holds each part of the filter", async () => {
    const { sequenceId, versionId } = world;
    const [row] = (await list({ fact: "sent" })).rows;
    const own = {
      sequence: sequenceId,
      version: versionId,
      step: row?.stepId ?? "",
      channel: "sms",
    } as const;
    expect(await count({ ...own, variant: "none", assignee: "none", mode: "static", entry: "manual" })).toBe(
      1,
    );
    const others: SendFilter[] = [
      ...[{ sequence: randomUUID() }, { version: randomUUID() }, { step: "none" }, { variant: randomUUID() }],
      ...([
        { channel: "none" },
        { channel: "email" },
        { assignee: randomUUID() },
        { mode: "ai_full" },
      ] as const),
      ...([{ entry: "api" }, { fact: "replied" }, { fact: "converted" }, { from: "2090-01-01" }] as const),
    ];
    for (const other of others) expect([other, await count(other)]).toEqual([other, 0]);
  });

  it("is of the contacts that are in a segment now", async () => {
    const filter = (value: string) => ({
      match: "all",
      conditions: [{ variable: "contact.name", operator: "equal", value }],
    });
    const rows = await database.sql<{ id: string }[]>`
      insert into segments (account_id, name, filter) values
        (${world.accountId}, 'Her', ${database.sql.json(filter("Ana Souza"))}),
        (${world.accountId}, 'Others', ${database.sql.json(filter("Bo"))}) returning id`;
    expect(await count({ segment: rows[0]?.id })).toBe(COUNT);
    expect(await count({ segment: rows[1]?.id })).toBe(0);
    await expect(list({ segment: randomUUID() })).rejects.toMatchObject({ message: "segment_not_found" });
  });

  it("shows nothing of another account, not even a name", async () => {
    const other = await makeAccount();
    const { sequenceId: sequence, versionId: version } = world;
    expect(await listSends(other, { sequence })).toEqual({
      rows: [],
      next: null,
      previous: null,
      membersAt: null,
    });
    expect(await nameFilter(other, { sequence, version })).toMatchObject({
      sequence: null,
      versionNumber: null,
    });
    expect(await nameFilter(world.accountId, { sequence, version })).toMatchObject({
      ...{ sequence: "Unanswered conversation", versionNumber: 1, zone: "America/Sao_Paulo" },
    });
  });

  it("is counted exactly as reports count it, and else to 10,000 and says so beyond", async () => {
    const { accountId } = await manySends(database, MAX_COUNTED + 5);
    expect(await countSends(accountId, {})).toEqual({ count: MAX_COUNTED + 5, isExact: true });
    const filter: SendFilter = { assignee: "none", entry: "manual" };
    expect(await countSends(accountId, filter)).toEqual({ count: MAX_COUNTED, isExact: false });
  });
});

describe("a list of what is rare", () => {
  /** Sends on 200 days, of two sequences in turn; every seventh was answered. */
  async function overDays() {
    const accountId = await makeAccount();
    const runs = [];
    for (let n = 0; n < 2; n++) {
      const [sequence, contact] = [await makeSequence(accountId), await makeContact(accountId)];
      runs.push(await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: LATE }));
    }
    await database.sql`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at, replied_at)
      select ${accountId}, (${runs.map(({ id }) => id)}::uuid[])[n % 2 + 1],
        (${runs.map(({ contactId }) => contactId)}::uuid[])[n % 2 + 1], new_id(), 0, 'sent', 'sms',
        ${LATE}::timestamptz + n * interval '1 day', case when n % 7 = 0 then ${LATE}::timestamptz + interval '300 days' end
      from generate_series(0, 199) n`;
    const sequences = runs.map(({ sequenceId }) => sequenceId);
    /** Every page forward, and then every page back. */
    const walk = async (filter: SendFilter, size: number) => {
      const pages = [await listSends(accountId, filter, { size })];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
        pages.push(await listSends(accountId, filter, { size, after: next }));
      const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
      const back = [pages.at(-1) ?? (await listSends(accountId, filter, { size }))];
      for (let previous = back[0]?.previous; previous; previous = back[0]?.previous)
        back.unshift(await listSends(accountId, filter, { size, before: previous }));
      expect(back.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
      const asked = await database.sql<{ id: string }[]>`
        select id from messages where account_id = ${accountId} and (${filter.fact ?? null}::text is null or facts & 8 <> 0)
          and (${filter.sequence ?? null}::uuid is null or sequence_id = ${filter.sequence ?? null})
        order by ${filter.by === "enrolled" ? database.sql`enrolled_at` : database.sql`counted_at`} desc, id desc`;
      expect(ids).toEqual(asked.map(({ id }) => id));
      expect(await countSends(accountId, filter)).toEqual({ count: ids.length, isExact: true });
    };
    return { accountId, sequences, walk };
  }

  it("is whole in both directions, whether its facts are folded, only some of them, or none", async () => {
    const { accountId, sequences, walk } = await overDays();
    const filters: SendFilter[] = [
      ...([{}, { fact: "replied" }, { fact: "replied", sequence: sequences[1] }] as const),
      ...([
        { by: "enrolled", fact: "replied" },
        { by: "enrolled", sequence: sequences[0] },
      ] as const),
    ];
    for (const filter of filters) await walk(filter, 11);
    await foldChanges(accountId, new Date());
    await database.sql`
      update messages set replied_at = ${LATE} where account_id = ${accountId} and counted_at < ${LATE}::timestamptz + interval '3 days'`;
    for (const filter of filters) await walk(filter, 11);
    await foldChanges(accountId, new Date());
    for (const filter of filters) await walk(filter, 50);
  });
});

describe("what an address asks for", () => {
  it("holds in all parts that fit, and leaves out the others", () => {
    const sequence = randomUUID();
    const thousand = Array.from({ length: 1_000 }, () => randomUUID()).join(",");
    expect(
      sendFilterOf({
        ...{
          fact: "replied",
          sequence: [sequence, "x"],
          version: thousand,
          from: "2026-02-30",
          to: "2026-03-01",
        },
        ...{ hour: "24", weekday: "7", channel: "fax", other: "x" },
      }),
    ).toEqual({ fact: "replied", sequence, to: "2026-03-01", weekday: 7 });
  });
});
