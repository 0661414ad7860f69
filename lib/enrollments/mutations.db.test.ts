import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { IDENTITY_KINDS } from "@/lib/core/model";
import { suppress } from "@/lib/engine/suppress";
import { identityHash } from "@/lib/identity-hash";
import { enroll, previewEnroll } from "./mutations";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00.123Z");

let accountId: AccountId;
let sequenceId: string;
let versionId: string;

beforeEach(async () => {
  accountId = await makeAccount();
  await makeInbox(accountId);
  ({ sequenceId, versionId } = await makeSequence(accountId));
});

const start = (contactIds: string[], over: Partial<Parameters<typeof enroll>[1]> = {}) =>
  enroll(accountId, { sequenceId, contactIds, actorId: null, now: NOW, ...over });
const close = (contactId: string, channel: "whatsapp" | "email" | "sms" | null) =>
  withAccountSql(accountId, (tx) =>
    suppress(tx, {
      ...{ accountId, contactId, channel, reason: "opted_out", source: "person" },
      ...{ text: "", actorId: null, now: NOW },
    }),
  );
const runs = () => database.sql`
  select id, contact_id, version_id, status, epoch, driver, next_action_at from enrollments
  where account_id = ${accountId} order by id`;
const manyContacts = (count: number) =>
  database.sql<{ id: string }[]>`
    with people as (
      insert into contacts (account_id, name) select ${accountId}::uuid, 'Ana ' || n from generate_series(1, ${count}::int) n
      returning id
    ), reachable as (
      insert into contact_identities (account_id, contact_id, kind, value)
      select ${accountId}::uuid, id, 'phone', '+55' || id from people
    )
    select id from people`.then((rows) => rows.map((row) => row.id));

describe("enrolling", () => {
  it("writes the run, its ledger entry and the event that starts it, in one transaction", async () => {
    const contact = await makeContact(accountId);
    const { enrolled } = await start([contact.id]);
    expect(enrolled).toMatchObject([{ contactId: contact.id }]);
    const id = enrolled[0]?.enrollmentId;
    expect(await runs()).toMatchObject([
      { id, version_id: versionId, status: "active", epoch: 0, driver: 1, next_action_at: NOW },
    ]);
    const told = await database.sql`select kind from ledger where enrollment_id = ${id ?? ""}`;
    expect(told).toEqual([{ kind: "enrolled" }]);
    const events = await database.sql`select event_id from outbox where data->>'enrollmentId' = ${id ?? ""}`;
    expect(events).toEqual([{ event_id: `start:${id}:1` }]);
  });

  it("a contact twice in one call makes one run", async () => {
    const contact = await makeContact(accountId);
    expect((await start([contact.id, contact.id])).enrolled).toHaveLength(1);
  });

  it("a contact whose run is live answers with that run, and one whose run is over begins anew", async () => {
    const contact = await makeContact(accountId);
    const first = (await start([contact.id])).enrolled[0];
    expect(await start([contact.id])).toEqual({ enrolled: [], existing: [first], refused: [] });
    await database.sql`update enrollments set status = 'ended' where id = ${first?.enrollmentId ?? ""}`;
    expect((await start([contact.id])).enrolled).toHaveLength(1);
  });

  it("raced by many connections makes one run, and the others are answered with it", async () => {
    const contact = await makeContact(accountId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => start([contact.id])));
    const made = answers.flatMap((answer) => answer.enrolled);
    expect(made).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.existing)).toEqual(Array.from({ length: 7 }, () => made[0]));
    expect(await runs()).toHaveLength(1);
    const told = await database.sql`select 1 from ledger where account_id = ${accountId}`;
    expect(told).toHaveLength(1);
  });

  it("the same many contacts in opposite orders at once, nobody waits in a circle and each has one run", async () => {
    const ids = await manyContacts(2_000);
    const lists = [ids, ids.toReversed(), [...ids.slice(1_000), ...ids.slice(0, 1_000)], ids.toSorted()];
    const answers = await Promise.all(lists.map((list) => start(list)));
    expect(answers.flatMap((answer) => answer.enrolled)).toHaveLength(ids.length);
    for (const answer of answers) {
      expect(answer.enrolled.length + answer.existing.length).toBe(ids.length);
      expect(answer.refused).toEqual([]);
    }
    expect(await runs()).toHaveLength(ids.length);
  });

  it("more than one transaction takes leaves nobody out", async () => {
    const ids = await manyContacts(5_001);
    const stranger = randomUUID();
    const answer = await start([...ids, stranger]);
    expect(answer.enrolled).toHaveLength(5_001);
    expect(answer.refused).toEqual([{ contactId: stranger, code: "contact_unknown" }]);
  });
});

describe("a contact that must not be enrolled", () => {
  const refused = async (contactId: string) => {
    const preview = await previewEnroll(accountId, { sequenceId, contactIds: [contactId], now: NOW });
    const answer = await start([contactId]);
    expect(answer.refused).toEqual(preview.refused);
    expect(answer.enrolled).toEqual([]);
    expect(await runs()).toHaveLength(0);
    return answer.refused[0]?.code;
  };

  it("is refused when blocked, deleted, without an address that the steps can use, or unknown", async () => {
    const blocked = await makeContact(accountId, { blockedAt: NOW });
    expect(await refused(blocked.id)).toBe("blocked");
    const deleted = await makeContact(accountId, { deletedAt: NOW });
    expect(await refused(deleted.id)).toBe("contact_deleted");
    const unreachable = await makeContact(accountId, { phone: null });
    expect(await refused(unreachable.id)).toBe("no_address");
    const onlyMail = await makeContact(accountId, { phone: null, email: "ana@example.com" });
    expect(await refused(onlyMail.id)).toBe("no_address");
    expect(await refused(randomUUID())).toBe("contact_unknown");
    const reasons = await database.sql`
      select contact_id, because->>'code' as code from ledger
      where account_id = ${accountId} and kind = 'enrollment_refused' order by id`;
    expect(reasons.map((row) => row.code)).toEqual([
      "blocked",
      "contact_deleted",
      "no_address",
      "no_address",
    ]);
  });

  it("is unknown when it is another account's", async () => {
    const other = await makeAccount();
    const theirs = await makeContact(other);
    expect(await refused(theirs.id)).toBe("contact_unknown");
    expect(await database.sql`select 1 from ledger where account_id = ${other}`).toHaveLength(0);
  });

  it("is refused as suppressed only when every channel of the steps is closed", async () => {
    await makeInbox(accountId, { name: "Mail", channel: "email" });
    const contact = await makeContact(accountId, { email: "ana@example.com" });
    await close(contact.id, "whatsapp");
    expect((await previewEnroll(accountId, { sequenceId, contactIds: [contact.id], now: NOW })).free).toEqual(
      [{ contactId: contact.id, aboutId: null }],
    );
    await close(contact.id, "email");
    expect(await refused(contact.id)).toBe("suppressed");
  });

  it("is refused when suppressed on all channels, also as a contact imported anew", async () => {
    const first = await makeContact(accountId, { phone: "+5511912345678" });
    await close(first.id, null);
    await database.sql`delete from contacts where id = ${first.id}`;
    const again = await makeContact(accountId, { phone: "+5511912345678" });
    expect(await refused(again.id)).toBe("suppressed");
  });

  it("is judged by the channels that the steps name", async () => {
    const contact = await makeContact(accountId, { email: "ana@example.com" });
    await close(contact.id, "email");
    const { sequenceId: byMail } = await makeSequence(accountId, { steps: [makeStep({ channel: "email" })] });
    expect((await start([contact.id], { sequenceId: byMail })).refused).toMatchObject([
      { code: "suppressed" },
    ]);
  });
});

describe("a sequence that cannot take anybody in", () => {
  it("is a conflict when it is not active, and not found in another account", async () => {
    const contact = await makeContact(accountId);
    for (const status of ["draft", "paused", "archived"]) {
      await database.sql`update sequences set status = ${status} where id = ${sequenceId}`;
      await expect(start([contact.id])).rejects.toMatchObject({ code: "conflict" });
    }
    const theirs = await makeSequence(await makeAccount());
    const wish = { sequenceId: theirs.sequenceId };
    await expect(start([contact.id], wish)).rejects.toMatchObject({ code: "not_found" });
    expect(await runs()).toHaveLength(0);
  });
});

describe("the hash of an identity", () => {
  it("is the same in SQL and in TypeScript for every text", async () => {
    const identities = fc.sample(
      fc.record({
        kind: fc.constantFrom(...IDENTITY_KINDS),
        value: fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", "").toWellFormed()),
      }),
      500,
    );
    const rows = await database.sql<{ hash: string }[]>`
      select identity_hash(r.kind::identity_kind, r.value) as hash
      from unnest(${identities.map((one) => one.kind)}::text[], ${identities.map((one) => one.value)}::text[])
        with ordinality as r(kind, value, n) order by n`;
    expect(rows.map((row) => row.hash)).toEqual(identities.map((one) => identityHash(one.kind, one.value)));
  });
});
