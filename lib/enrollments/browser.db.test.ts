import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { fromAddress } from "@/lib/address";
import { askedRuns } from "./asked";
import { listEnrollments } from "./data";
import { runChoices } from "./read-choices";
import { countEnrollments } from "./read-count";
import { enrollmentFilterSchema, enrollmentPlaceSchema, MOST_IDS } from "./schema";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");

async function many(count: number) {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  const rows = await database.sql<{ id: string }[]>`
    insert into enrollments (account_id, sequence_id, version_id, contact_id, conversation_id, enrolled_at,
      next_action_at)
    select ${accountId}, ${sequence.sequenceId}, ${sequence.versionId}, ${contact.id}, new_id(),
      ${NOW}::timestamptz + n * interval '1 second', ${NOW}::timestamptz + n * interval '1 minute'
    from generate_series(1, ${count}::int) n returning id`;
  return { accountId, sequence, contact, ids: rows.map(({ id }) => id) };
}

const idsOf = async (accountId: AccountId, ...asked: [object, object]) =>
  (await listEnrollments(accountId, ...asked)).rows.map(({ id }) => id);

describe("pages", () => {
  it("show every run that stays, once, while others come, end and go", async () => {
    const { accountId, sequence, ids } = await many(120);
    const first = await listEnrollments(accountId, {}, {});
    const [gone, ended] = [ids[30], ids[40]];
    await database.sql`delete from enrollments where id = ${gone ?? ""}`;
    await database.sql`
      update enrollments set status = 'ended', end_reason = 'stopped', ended_at = now() where id = ${ended ?? ""}`;
    await makeEnrollment(accountId, sequence, (await makeContact(accountId)).id);
    const second = await listEnrollments(accountId, {}, { after: first.next ?? "" });
    const third = await listEnrollments(accountId, {}, { after: second.next ?? "" });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(seen).toEqual(ids.toReversed().filter((id) => id !== gone));
    expect(third.next).toBeNull();
    const back = await listEnrollments(accountId, {}, { before: third.previous ?? "" });
    expect(back.rows).toEqual(second.rows);
  });

  it("do not lose their place when the run at their edge has changed or is gone", async () => {
    const { accountId, ids } = await many(60);
    const sort = { sort: "next" as const };
    const first = await listEnrollments(accountId, {}, sort);
    const edge = first.rows.at(-1)?.id ?? "";
    await database.sql`update enrollments set next_action_at = null, status = 'paused' where id = ${edge}`;
    expect(await idsOf(accountId, {}, { ...sort, after: first.next })).toEqual([...ids.slice(50), edge]);
  });

  it("are of one account, whatever ids are asked for", async () => {
    const theirs = await many(3);
    const accountId = await makeAccount();
    for (const filter of [
      ...[{ ids: theirs.ids }, { sequence: theirs.sequence.sequenceId }, { search: "Ana" }, { tag: "vip" }],
      { version: theirs.sequence.versionId },
    ]) {
      expect(await idsOf(accountId, filter, {})).toEqual([]);
      expect(await countEnrollments(accountId, filter)).toEqual({ count: 0, isExact: true });
    }
    const after = (await listEnrollments(theirs.accountId, {}, {})).rows[0];
    expect(
      await idsOf(accountId, {}, { after: `${NOW.toISOString().replace("Z", "000Z")}~${after?.id}` }),
    ).toEqual([]);
  });
});

describe("what is asked", () => {
  it("may be a thousand ids by POST, and no more", async () => {
    const { accountId, ids } = await many(MOST_IDS);
    const post = (body: object) =>
      askedRuns(new NextRequest("http://localhost/x", { method: "POST", body: JSON.stringify(body) }));
    const { filter, place } = await post({ ids, sort: "enrolled", order: "asc" });
    expect(await idsOf(accountId, filter, place)).toEqual(ids.slice(0, 50));
    expect(await countEnrollments(accountId, filter)).toEqual({ count: MOST_IDS, isExact: true });
    await expect(post({ ids: [...ids, randomUUID()] })).rejects.toThrow();
    const address = new NextRequest(`http://localhost/x?ids=${ids.slice(0, 200).join(",")}`);
    expect((await askedRuns(address)).filter.ids).toEqual(ids.slice(0, 200));
  });

  it("is told when it cannot be meant, and left out part by part of a page's address", async () => {
    for (const query of ["status=asleep", "from=31.12.2026", "waiting=0", "ids=x", "after=x~y", "step=1"]) {
      await expect(askedRuns(new NextRequest(`http://localhost/x?${query}`)), query).rejects.toThrow();
    }
    const bad = new NextRequest("http://localhost/x?ids=x");
    await expect(askedRuns(bad)).rejects.toMatchObject({ code: "invalid", message: "runs_unusable" });
    const asked = { status: "asleep", from: "2026-03-01", ids: "x", search: ["ana", "bo"] };
    expect(fromAddress(enrollmentFilterSchema, asked)).toEqual({ from: "2026-03-01", search: "ana" });
    expect(
      enrollmentPlaceSchema.safeParse({ after: `9999-99-99T99:99:99.000000Z~${randomUUID()}` }).success,
    ).toBe(false);
  });

  it("may lie in the future or name what is no more", async () => {
    const { accountId } = await many(3);
    for (const filter of [{ from: "2999-01-01" }, { sequence: randomUUID() }, { assignee: randomUUID() }]) {
      expect(await idsOf(accountId, filter, {})).toEqual([]);
      expect(await countEnrollments(accountId, filter)).toEqual({ count: 0, isExact: true });
    }
  });
});

it("counts beyond ten thousand exactly where rollups can, else says that there are more", async () => {
  const { accountId } = await many(10_400);
  expect(await countEnrollments(accountId, { status: "active" })).toEqual({ count: 10_400, isExact: true });
  expect(await countEnrollments(accountId, { assignee: "none" })).toEqual({ count: 10_000, isExact: false });
});

it("is of the people of a segment as it was last looked, and of nobody where it is no more", async () => {
  const { accountId, contact, ids } = await many(3);
  const filter = {
    match: "all",
    conditions: [{ variable: "contact.name", operator: "equal", value: "No one" }],
  };
  const [segment] = await database.sql<{ id: string }[]>`
    insert into segments (account_id, name, filter) values (${accountId}, 'Some', ${database.sql.json(filter)}) returning id`;
  const id = segment?.id ?? "";
  expect(await listEnrollments(accountId, { segment: id }, {})).toMatchObject({ rows: [], membersAt: null });
  await database.sql`update report_segments set read_at = ${NOW} where segment_id = ${id}`;
  await database.sql`
    insert into report_members (segment_id, contact_id, account_id) values (${id}, ${contact.id}, ${accountId})`;
  const page = await listEnrollments(accountId, { segment: id }, {});
  expect(page.rows.map((row) => row.id)).toEqual(ids.toReversed());
  expect(page.membersAt).toBe(NOW.toISOString());
  expect(await countEnrollments(accountId, { segment: id, status: "live" })).toEqual({
    count: 3,
    isExact: true,
  });
  expect((await runChoices(accountId, undefined)).segments).toEqual([{ id, name: "Some" }]);
  await database.sql`delete from segments where id = ${id}`;
  expect(await idsOf(accountId, { segment: id }, {})).toEqual([]);
});

it("offers what runs of a sequence may be divided by", async () => {
  const { accountId, sequence } = await many(2);
  const choices = await runChoices(accountId, sequence.sequenceId);
  expect(choices).toMatchObject({ entries: ["manual"], versions: [{ id: sequence.versionId, number: 1 }] });
  expect(choices.steps.map(({ id, number }) => ({ id, number }))).toEqual(
    sequence.snapshot.steps.map(({ id }, index) => ({ id, number: index + 1 })),
  );
  expect(await runChoices(accountId, randomUUID())).toMatchObject({ versions: [], steps: [], entries: [] });
});
