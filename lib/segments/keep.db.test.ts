import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSnapshot, withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { checkRollups } from "@/lib/reports/check-rollups";
import { keepSegments } from "@/lib/reports/keep-segments";
import { foldChanges, rebuildRollups } from "@/lib/reports/rollups";
import { askFor, membersOf } from "./members";
import { changeSegment, deleteSegment, saveSegment } from "./mutations";

const database = useTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY = 24 * 60;
const tagged = (tag: string): ConditionGroups => ({
  match: "all",
  conditions: [{ variable: "contact.tags", operator: "contains", value: tag }],
});

async function makeWorld() {
  const accountId = await makeAccount();
  const actorId = await makeMember(accountId);
  const sequence = await makeSequence(accountId);
  const save = async (name: string, tag: string) =>
    (await saveSegment(accountId, { name, filter: tagged(tag), actorId, now: NOW })).id;
  const makePerson = async (tags: string[]) => {
    const contact = await makeContact(accountId, { tags });
    const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: NOW });
    const send = async () => {
      const id = randomUUID();
      await withAccountSql(
        accountId,
        (tx) => tx`
          insert into messages (id, account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
          values (${id}, ${accountId}, ${run.id}, ${contact.id}, ${randomUUID()}, 0, 'sent', 'sms', ${NOW})`,
      );
      return id;
    };
    const answer = (id: string) => database.sql`
      update messages set status = 'replied', replied_at = ${NOW} where enrollment_id = ${run.id} and id = ${id}`;
    const become = (...tags: string[]) =>
      database.sql`update contacts set tags = ${tags} where id = ${contact.id}`;
    return { id: contact.id, send, answer, become };
  };
  return { accountId, save, makePerson, segmentId: await save("VIP", "vip") };
}

const readMembers = (accountId: AccountId, segmentId: string) =>
  withAccountSnapshot(accountId, async (tx) => {
    const { contacts, ...rest } = await membersOf(tx, segmentId);
    const rows = await tx<{ id: string }[]>`select id from contacts where id in (${contacts}) order by id`;
    return { ...rest, ids: rows.map(({ id }) => id) };
  });

/** What is folded of a segment. */
async function keptOf(segmentId: string) {
  const [row] = await database.sql<{ sent: number; replied: number }[]>`
    select coalesce(sum(sent), 0)::int as sent, coalesce(sum(replied), 0)::int as replied
    from send_rollups where segment_id = ${segmentId} and grain = 'day'`;
  return row;
}
const keepAll = async (accountId: AccountId, now: Date) => {
  let looks = 0;
  while ((await keepSegments(accountId, now)) > 0) looks += 1;
  return looks;
};

describe("a segment that reports ask for", () => {
  it("is asked of every contact until it is kept, and of its members from then on", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const one = await makePerson(["vip"]);
    const other = await makePerson([]);
    await one.send();
    await other.send();
    expect(await readMembers(accountId, segmentId)).toEqual({ ids: [one.id], readAt: null, isKept: false });
    expect(await keepAll(accountId, NOW), "nobody asked").toBe(0);
    await askFor(accountId, segmentId, NOW);
    expect(await keepAll(accountId, NOW)).toBe(1);
    expect(await readMembers(accountId, segmentId)).toEqual({ ids: [one.id], readAt: NOW, isKept: true });
    await other.become("vip");
    expect((await readMembers(accountId, segmentId)).ids, "as of the last look").toEqual([one.id]);
    expect(await keepAll(accountId, later(4)), "too soon").toBe(0);
    expect(await keepAll(accountId, later(5))).toBe(1);
    expect(await readMembers(accountId, segmentId)).toMatchObject({ readAt: later(5) });
    expect((await readMembers(accountId, segmentId)).ids).toHaveLength(2);
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("is looked at hourly while nobody asks, and with the next run once somebody does", async () => {
    const { accountId, segmentId } = await makeWorld();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, later(58));
    expect(await keepAll(accountId, later(117))).toBe(0);
    expect(await keepAll(accountId, later(118))).toBe(1);
    expect(await keepAll(accountId, later(130))).toBe(0);
    await askFor(accountId, segmentId, later(130));
    expect(await keepAll(accountId, later(130))).toBe(1);
  });

  it("that cannot be looked at keeps no other one from being kept", async () => {
    const { accountId, segmentId, save } = await makeWorld();
    const broken = await save("Broken", "any");
    await askFor(accountId, broken, NOW);
    await askFor(accountId, segmentId, later(1));
    await database.sql`update segments set filter = '"broken"' where id = ${broken}`;
    expect(await keepSegments(accountId, later(2))).toBe(1);
    expect(await readMembers(accountId, segmentId)).toMatchObject({ isKept: true });
    await expect(keepSegments(accountId, later(2))).rejects.toThrow();
  });

  it("that does not exist is not found, and noting it does nothing", async () => {
    const { accountId, segmentId } = await makeWorld();
    await expect(readMembers(accountId, randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await askFor(accountId, randomUUID(), NOW);
    await askFor(accountId, undefined, NOW);
    const other = await makeAccount();
    await askFor(other, segmentId, NOW);
    await expect(readMembers(other, segmentId)).rejects.toMatchObject({ code: "not_found" });
    const noted =
      await database.sql`select from report_segments where account_id in (${accountId}, ${other})`;
    expect(noted).toHaveLength(0);
  });
});

describe("its figures", () => {
  it("hold what was sent to its members, whenever that is folded, and whenever they come and go", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const [stays, leaves, comes] = [
      await makePerson(["vip"]),
      await makePerson(["vip"]),
      await makePerson([]),
    ];
    const first = await stays.send();
    const second = await leaves.send();
    const third = await comes.send();
    await foldChanges(accountId, NOW);
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    expect(await keptOf(segmentId)).toEqual({ sent: 2, replied: 0 });
    // Not folded while its contacts come and go: of neither may it be counted twice or lost.
    await Promise.all([stays.answer(first), leaves.answer(second), comes.answer(third), comes.send()]);
    expect(await checkRollups(accountId)).toEqual([]);
    await leaves.become();
    await comes.become("vip");
    await keepAll(accountId, later(5));
    expect(await keptOf(segmentId)).toEqual({ sent: 2, replied: 0 });
    expect(await checkRollups(accountId)).toEqual([]);
    await foldChanges(accountId, later(6));
    expect(await keptOf(segmentId)).toEqual({ sent: 3, replied: 2 });
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("lose a contact that was erased or merged into another one with the next look", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const [erased, loser, survivor] = [
      await makePerson(["vip"]),
      await makePerson(["vip"]),
      await makePerson(["vip"]),
    ];
    for (const one of [erased, loser, survivor]) await one.send();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    await foldChanges(accountId, NOW);
    expect(await keptOf(segmentId)).toEqual({ sent: 3, replied: 0 });
    await database.sql`update contacts set deleted_at = ${NOW}, tags = '{}' where id in (${erased.id}, ${loser.id})`;
    await database.sql`update enrollments set status = 'ended', end_reason = 'stopped', ended_at = ${NOW} where contact_id = ${loser.id}`;
    await database.sql`update enrollments set contact_id = ${survivor.id} where contact_id = ${loser.id}`;
    await database.sql`update messages set contact_id = ${survivor.id} where contact_id = ${loser.id}`;
    expect(await checkRollups(accountId)).toEqual([]);
    await keepAll(accountId, later(5));
    expect(await checkRollups(accountId)).toEqual([]);
    await foldChanges(accountId, later(5));
    expect(await keptOf(segmentId)).toEqual({ sent: 2, replied: 0 });
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("are counted anew by a rebuild, for those who were in it when it was last looked", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const [one, other] = [await makePerson(["vip"]), await makePerson([])];
    for (const person of [one, other]) await person.send();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    await other.become("vip");
    await database.sql`update send_rollups set sent = 7`;
    expect(await checkRollups(accountId)).not.toEqual([]);
    await rebuildRollups(accountId, NOW);
    expect(await checkRollups(accountId)).toEqual([]);
    expect(await keptOf(segmentId)).toEqual({ sent: 1, replied: 0 });
  });
});

describe("a segment that is changed", () => {
  it("is asked of every contact at once, and kept again with the next run", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const [one, other] = [await makePerson(["vip"]), await makePerson(["new"])];
    for (const person of [one, other]) await person.send();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    await changeSegment(accountId, { id: segmentId, filter: tagged("new"), now: NOW });
    expect(await readMembers(accountId, segmentId)).toEqual({ ids: [other.id], readAt: null, isKept: false });
    expect(await checkRollups(accountId)).toEqual([]);
    expect(await keepAll(accountId, later(1))).toBe(1);
    expect(await readMembers(accountId, segmentId)).toEqual({
      ids: [other.id],
      readAt: later(1),
      isKept: true,
    });
    await changeSegment(accountId, { id: segmentId, name: "New ones", now: NOW });
    expect(await readMembers(accountId, segmentId)).toMatchObject({ isKept: true });
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("and deleted leaves nothing behind", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    await (await makePerson(["vip"])).send();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    await deleteSegment(accountId, { id: segmentId });
    expect(await checkRollups(accountId)).toEqual([]);
    expect(await keepAll(accountId, later(1))).toBe(0);
    await isGivenUp(segmentId);
    expect(await checkRollups(accountId)).toEqual([]);
  });
});

const isGivenUp = async (segmentId: string) => {
  for (const table of ["report_segments", "report_members", "send_rollups"])
    expect(
      await database.sql`select from ${database.sql(table)} where segment_id = ${segmentId}`,
      table,
    ).toHaveLength(0);
};

describe("a segment that is not asked for", () => {
  it("is given up after thirty days", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    await (await makePerson(["vip"])).send();
    await askFor(accountId, segmentId, NOW);
    await keepAll(accountId, NOW);
    await keepAll(accountId, later(30 * DAY - 1));
    expect(await readMembers(accountId, segmentId)).toMatchObject({ isKept: true });
    await keepAll(accountId, later(30 * DAY));
    await isGivenUp(segmentId);
    expect(await readMembers(accountId, segmentId)).toMatchObject({ isKept: false });
  });

  it("makes room for a twenty-first that is", async () => {
    const { accountId, segmentId, save } = await makeWorld();
    await askFor(accountId, segmentId, NOW);
    for (let nth = 1; nth <= 19; nth++) await askFor(accountId, await save(`No. ${nth}`, "vip"), later(nth));
    expect(await keepAll(accountId, later(20))).toBe(20);
    await askFor(accountId, await save("One more", "vip"), later(21));
    expect(await keepAll(accountId, later(21))).toBe(1);
    await isGivenUp(segmentId);
    expect(await database.sql`select from report_segments where account_id = ${accountId}`).toHaveLength(20);
  });
});

describe("at the same time", () => {
  it("looks, folds, rebuilds, sends and people who come and go lose nothing and count nothing twice", async () => {
    const { accountId, segmentId, makePerson } = await makeWorld();
    const people = [await makePerson(["vip"]), await makePerson([]), await makePerson(["vip"])];
    await askFor(accountId, segmentId, NOW);
    let turn = 0;
    const TURNS = 30;
    const isOver = () => turn >= TURNS;
    const again = async (act: () => Promise<unknown>) => {
      while (!isOver()) await act();
    };
    const looking = (now: () => Date) => async () => {
      await keepSegments(accountId, now());
      expect(await checkRollups(accountId)).toEqual([]);
    };
    await Promise.all([
      (async () => {
        for (; !isOver(); turn++) {
          const person = people[turn % people.length];
          const id = await person?.send();
          if (id) await person?.answer(id);
          await person?.become(...(turn % 2 === 0 ? ["vip"] : []));
        }
      })(),
      again(() => foldChanges(accountId, NOW)),
      again(() => foldChanges(accountId, NOW)),
      again(() => rebuildRollups(accountId, NOW)),
      again(looking(() => later(turn * 10))),
      again(looking(() => later(turn * 10 + 5))),
    ]);
    await askFor(accountId, segmentId, later(TURNS * 10 + 10));
    await keepAll(accountId, later(TURNS * 10 + 10));
    await foldChanges(accountId, NOW);
    expect(await checkRollups(accountId)).toEqual([]);
    const [told] = await database.sql<{ sent: number; replied: number }[]>`
      select count(*)::int as sent, count(replied_at)::int as replied from messages m
      where m.account_id = ${accountId} and exists (select from contacts c where c.id = m.contact_id and 'vip' = any(c.tags))`;
    expect(await keptOf(segmentId)).toEqual(told);
  });
});
