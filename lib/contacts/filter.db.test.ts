import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeEnrollment,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { holds, matches } from "@/lib/core/conditions";
import { type Condition, OPERATORS } from "@/lib/core/model";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { identityHash } from "@/lib/identity-hash";
import { matching, scopeOf } from "./filter";
import type { ContactFilter } from "./schema";

const database = useTestDatabase();
const ZONE = "America/Sao_Paulo";

const idsOf = (account: AccountId, filter: ContactFilter) =>
  withAccountSql(account, async (tx) => {
    const which = matching(tx, await scopeOf(tx, filter));
    const rows = await tx<{ id: string }[]>`select c.id from contacts c where ${which} order by c.id`;
    return rows.map(({ id }) => id);
  });

type Value = string | number | boolean | null;

/** Texts that are nearly alike, so that they often meet: cases, blanks, accents, numbers and dates in every writing. */
const VALUES: Value[] = [
  ...[
    "gold",
    "GOLD",
    " gold ",
    "gold plan",
    "São",
    "sÃo",
    "Sa\u0303o",
    "%",
    "_",
    "'",
    "\\",
    "a,b",
    "",
    "  ",
    "\u00a0",
  ],
  ...["7", "7.0", " 7 ", "7e0", "+7", "-7", ".5", "0.50", "5.", "1e400", "12abc", "Infinity", "0", "-0"],
  ...["2026-11-18", "2026-11-19", "2026-02-31", "2026-03-03", "0026-01-01", "2026-13-01", "18/11/2026"],
  ...["2026-11-18T10:00Z", "2026-11-18T10:00:00.000Z", "2026-11-18T07:00:00-03:00", "2026-11-19T01:30Z"],
  ...["2026-11-18T10:00:00.123456Z", "2026-11-18t10:00z", "2026-11-18T10:00", "true", "TRUE", "false"],
  ...[7, 7.5, -7, 0, 1.5, 1e15, 0.1, true, false, null],
];
const value = fc.constantFrom(...VALUES);
/** What is told is a text of up to 500 characters. */
const told = fc.oneof(
  value.map((one) => String(one ?? "")),
  fc.array(value, { maxLength: 3 }).map((some) => some.join(",")),
);
const condition: fc.Arbitrary<Condition> = fc.record({
  variable: fc.constantFrom("contact.plan", "contact.city", "contact.name", "contact.unknown", "deal.title"),
  operator: fc.constantFrom(...OPERATORS),
  value: told,
});
const match = fc.constantFrom("all", "any");
const groups: fc.Arbitrary<ConditionGroups> = fc.record({
  match,
  conditions: fc.array(condition, { maxLength: 3 }),
  groups: fc.array(fc.record({ match, conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 2,
  }),
});

type Person = { id: string; name: string; plan: Value | undefined; city: Value | undefined };

describe("a filter in SQL", () => {
  let account: AccountId;
  const people: Person[] = [];
  beforeAll(async () => {
    account = await makeAccount({ settings: { timeZone: ZONE } });
    for (const [index, plan] of [...VALUES, undefined].entries()) {
      const city = VALUES[(index * 7) % VALUES.length];
      const name = String(VALUES[(index * 11) % VALUES.length] ?? "");
      const attributes = { ...(plan !== undefined && { plan }), ...(city !== undefined && { city }) };
      people.push({ id: (await makeContact(account, { name, attributes })).id, name, plan, city });
    }
    people.sort((a, b) => (a.id < b.id ? -1 : 1));
  });

  const lookupIn = (person: Person) => (variable: string) =>
    ({ "contact.plan": person.plan, "contact.city": person.city, "contact.name": person.name })[variable];

  it("answers as the core does, for every value, operator and value told", async () => {
    const pairs = OPERATORS.flatMap((operator) =>
      VALUES.map((one): Condition => ({ variable: "contact.plan", operator, value: String(one ?? "") })),
    );
    for (const one of pairs) {
      const expected = people.filter((person) => holds(one, lookupIn(person), ZONE)).map(({ id }) => id);
      const filter = { match: "all" as const, conditions: [one] };
      expect({ one, ids: await idsOf(account, { filter }) }).toEqual({ one, ids: expected });
    }
  });

  it("answers as the core does for any conditions in any groups", async () => {
    await fc.assert(
      fc.asyncProperty(groups, async (filter) => {
        const expected = people.filter((person) => matches(filter, lookupIn(person), ZONE));
        expect(await idsOf(account, { filter })).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what contacts have besides values", () => {
  const one = (variable: string, operator: Condition["operator"], value = ""): ContactFilter => ({
    filter: { match: "all", conditions: [{ variable: `contact.${variable}`, operator, value }] },
  });

  it("finds by tag, whatever its case and never by a part of it", async () => {
    const account = await makeAccount();
    const vip = await makeContact(account, { tags: ["VIP", "new"] });
    const other = await makeContact(account, { tags: ["vip-old"] });
    const none = await makeContact(account);
    expect(await idsOf(account, one("tags", "contains", "vip"))).toEqual([vip.id]);
    expect(await idsOf(account, { tag: "vip" })).toEqual([vip.id]);
    expect(await idsOf(account, one("tags", "not_contains", "vip"))).toEqual([other.id, none.id]);
    expect(await idsOf(account, one("tags", "in", "x, New"))).toEqual([vip.id]);
    expect(await idsOf(account, one("tags", "is_not_set"))).toEqual([none.id]);
  });

  it("finds by opt-outs, of one channel or of all, and by addresses", async () => {
    const account = await makeAccount();
    const suppress = (hash: string, channel: string | null, reason = "person") =>
      database.sql`insert into suppressions (account_id, identity_hash, channel, reason)
        values (${account}, ${hash}, ${channel}, ${reason})`;
    const all = await makeContact(account, { phone: "+5511987650001" });
    const email = await makeContact(account, { phone: null, email: "b@example.com" });
    const bounced = await makeContact(account, { phone: "+5511987650003", email: "c@example.com" });
    await suppress(identityHash("phone", "+5511987650001"), null);
    await suppress(identityHash("email", "b@example.com"), "email");
    await suppress(identityHash("email", "c@example.com"), "email", "bounced");
    expect(await idsOf(account, one("opted_out", "contains", "all"))).toEqual([all.id]);
    expect(await idsOf(account, one("opted_out", "contains", "email"))).toEqual([all.id, email.id]);
    expect(await idsOf(account, one("opted_out", "is_not_set"))).toEqual([bounced.id]);
    expect(await idsOf(account, one("channels", "contains", "sms"))).toEqual([all.id, bounced.id]);
    expect(await idsOf(account, one("channels", "contains", "email"))).toEqual([email.id, bounced.id]);
  });

  it("finds by sequences and by open records", async () => {
    const account = await makeAccount();
    const sequence = await makeSequence(account);
    const [live, ended, never] = [
      await makeContact(account),
      await makeContact(account),
      await makeContact(account),
    ];
    await makeEnrollment(account, sequence, live.id);
    await makeEnrollment(account, sequence, ended.id, { status: "ended", endReason: "replied" });
    await makeCharge(account, live.id, { status: "overdue" });
    await makeCharge(account, ended.id, { status: "paid" });
    await makeAppointment(account, never.id);
    expect(await idsOf(account, one("live_in", "contains", sequence.sequenceId))).toEqual([live.id]);
    expect(await idsOf(account, one("ever_in", "contains", sequence.sequenceId))).toEqual([
      live.id,
      ended.id,
    ]);
    expect(await idsOf(account, one("ever_in", "is_not_set"))).toEqual([never.id]);
    expect(await idsOf(account, one("has", "contains", "overdue_charge"))).toEqual([live.id]);
    expect(await idsOf(account, one("has", "contains", "upcoming_appointment"))).toEqual([never.id]);
    expect(await idsOf(account, one("has", "is_not_set"))).toEqual([ended.id]);
  });

  it("finds by when, by whom, by address and by block", async () => {
    const account = await makeAccount({ settings: { timeZone: ZONE } });
    const assigneeId = "018f0000-0000-7000-8000-000000000001";
    const ana = await makeContact(account, {
      email: "Ana@example.com".toLowerCase(),
      // Still the 9th in São Paulo.
      createdAt: new Date("2026-03-10T02:00:00Z"),
      assigneeId,
      blockedAt: new Date(),
      timeZone: "Asia/Tokyo",
    });
    const bo = await makeContact(account, {
      createdAt: new Date("2026-03-10T04:00:00Z"),
      lastReplyAt: new Date("2026-03-11T12:00:00Z"),
    });
    expect(await idsOf(account, one("created_at", "equal", "2026-03-09"))).toEqual([ana.id]);
    expect(await idsOf(account, one("created_at", "less", "2026-03-10T03:00:00Z"))).toEqual([ana.id]);
    expect(await idsOf(account, one("last_reply_at", "greater", "2026-03-10"))).toEqual([bo.id]);
    expect(await idsOf(account, one("last_reply_at", "is_not_set"))).toEqual([ana.id]);
    expect(await idsOf(account, one("assignee", "equal", assigneeId))).toEqual([ana.id]);
    expect(await idsOf(account, one("blocked", "equal", "true"))).toEqual([ana.id]);
    expect(await idsOf(account, one("email", "contains", "@EXAMPLE"))).toEqual([ana.id]);
    expect(await idsOf(account, one("time_zone", "in", "Asia/Tokyo,Asia/Seoul"))).toEqual([ana.id]);
  });

  it("holds search, segment, tag and conditions together, and refuses a segment that is not there", async () => {
    const account = await makeAccount();
    const ana = await makeContact(account, { name: "Ana", tags: ["vip"], attributes: { plan: "gold" } });
    await makeContact(account, { name: "Ana", tags: ["vip"] });
    await makeContact(account, { name: "Bo", tags: ["vip"], attributes: { plan: "gold" } });
    const gold = one("plan", "equal", "gold").filter;
    const [segment] = await database.sql<{ id: string }[]>`
      insert into segments (account_id, name, filter) values (${account}, 'Gold', ${database.sql.json(gold ?? {})})
      returning id`;
    expect(await idsOf(account, { search: "ana", tag: "VIP", segment: segment?.id })).toEqual([ana.id]);
    const unknown = "018f0000-0000-7000-8000-00000000dead";
    await expect(idsOf(account, { segment: unknown })).rejects.toMatchObject({
      message: "segment_not_found",
    });
    const other = await makeAccount();
    await expect(idsOf(other, { segment: segment?.id })).rejects.toMatchObject({ code: "not_found" });
  });
});
