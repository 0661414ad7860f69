import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact, makeInbox, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY, later, NOW } from "@/lib/engine/fixtures/arrange";
import { aboutsOf } from "./abouts";
import { enrollOne } from "./enroll-one";
import { enroll } from "./mutations";
import { listRefusals } from "./refusals";

const database = useTestDatabase();
let accountId: AccountId;
let actorId: string;

beforeEach(async () => {
  accountId = await makeAccount();
  actorId = await makeMember(accountId);
  await makeInbox(accountId);
});

describe("refused attempts", () => {
  it("are listed with contact, sequence, reason, when and by whom, and can be narrowed", async () => {
    const { sequenceId } = await makeSequence(accountId);
    const other = await makeSequence(accountId);
    const blocked = await makeContact(accountId, { name: "Di", blockedAt: NOW });
    const mute = await makeContact(accountId, { name: "Ed", phone: null });
    await enroll(accountId, { sequenceId, contactIds: [blocked.id, mute.id], actorId, now: NOW });
    await enroll(accountId, { sequenceId: other.sequenceId, contactIds: [mute.id], actorId: null, now: NOW });
    const found = async (filter: Parameters<typeof listRefusals>[1]) =>
      (await listRefusals(accountId, filter, { now: NOW })).rows;
    expect(await found({})).toHaveLength(3);
    expect(await found({ code: "blocked" })).toMatchObject([
      {
        ...{ contactName: "Di", sequenceName: "Unanswered conversation", actorName: "Member administrator" },
        ...{ because: { code: "blocked" }, at: NOW.toISOString() },
      },
    ]);
    expect(await found({ sequence: other.sequenceId })).toMatchObject([
      { contactName: "Ed", actorName: null },
    ]);
    expect(await found({ contact: mute.id })).toHaveLength(2);
    expect((await listRefusals(await makeAccount(), {}, { now: NOW })).rows).toEqual([]);
    expect((await listRefusals(accountId, {}, { now: later(91 * DAY) })).rows).toEqual([]);
  });

  it("are read page by page, newest first", async () => {
    const { sequenceId } = await makeSequence(accountId);
    const rows = await database.sql<{ id: string }[]>`
      insert into contacts (account_id, name, blocked_at)
      select ${accountId}, 'Di ' || n, now() from generate_series(1, 120) n returning id`;
    await enroll(accountId, { sequenceId, contactIds: rows.map((row) => row.id), actorId, now: NOW });
    const first = await listRefusals(accountId, {}, { now: NOW });
    const second = await listRefusals(accountId, {}, { after: first.next ?? "", now: NOW });
    const third = await listRefusals(accountId, {}, { after: second.next ?? "", now: NOW });
    const ids = [...first.rows, ...second.rows, ...third.rows].map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids).toHaveLength(120);
    expect(third.next).toBeNull();
    const back = await listRefusals(accountId, {}, { before: second.previous ?? "", now: NOW });
    expect(back.rows).toEqual(first.rows);
  });
});

describe("enrolling one contact", () => {
  it("answers a second attempt with the run that exists and the step that comes next", async () => {
    const { sequenceId } = await makeSequence(accountId);
    const contact = await makeContact(accountId);
    const wish = { sequenceId, contactId: contact.id, actorId, now: NOW };
    const { enrolled } = await enrollOne(accountId, wish);
    expect(enrolled).toHaveLength(1);
    expect(await enrollOne(accountId, wish)).toEqual({
      enrolled: [],
      existing: [{ enrollmentId: enrolled[0], stepNumber: 1 }],
      refused: [],
    });
  });

  it("is about the record that was chosen, also one that is settled, of this contact alone", async () => {
    const { sequenceId } = await makeSequence(accountId, { target: "charge" });
    const contact = await makeContact(accountId);
    const open = await makeCharge(accountId, contact.id, { title: "Open" });
    const paid = await makeCharge(accountId, contact.id, { title: "Paid", status: "paid" });
    const theirs = await makeCharge(accountId, (await makeContact(accountId)).id);
    const choice = { sequenceId, contactId: contact.id, now: NOW };
    expect(await aboutsOf(accountId, choice)).toEqual([
      { id: open.id, kind: "charge", title: "Open", isOpen: true },
      { id: paid.id, kind: "charge", title: "Paid", isOpen: false },
    ]);
    await enrollOne(accountId, { ...choice, aboutId: paid.id, actorId });
    const runs = await database.sql`select record_id from enrollments where contact_id = ${contact.id}`;
    expect(runs).toEqual([{ record_id: paid.id }]);
    const refused = await enrollOne(accountId, { ...choice, aboutId: theirs.id, actorId });
    expect(refused).toMatchObject({ enrolled: [], refused: [{ code: "no_record" }] });
  });
});
