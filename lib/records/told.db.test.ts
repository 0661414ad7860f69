import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { type News, newsSchema } from "./news";
import { recordTold } from "./told";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

let accountId: AccountId;
let contactId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  contactId = (await makeContact(accountId, { phone: "+5511987654321", email: "ana@example.com" })).id;
});

type ChargeNews = Extract<News, { kind: "charge" }>;
const news = (over: Partial<ChargeNews> = {}): ChargeNews => ({
  ...{ kind: "charge", externalId: "inv_1", at: minutes(0), unknownContact: "refuse" },
  contact: { email: "Ana@Example.com " },
  ...{ title: "Invoice 1", amount: 5_000, currency: "BRL", dueOn: "2026-12-01" },
  ...over,
});
/** Told within the second. */
const tell = (sent: News, now = new Date(sent.at.getTime() + 500)) => recordTold(accountId, { ...sent, now });
const bare = (over: Partial<ChargeNews>): ChargeNews => ({
  ...{ kind: "charge", externalId: "inv_1", at: minutes(0), unknownContact: "refuse" },
  ...{ contact: { id: contactId }, ...over },
});

const stored = async () => {
  const rows = await database.sql`
    select title, status, amount::float8 as amount, due_on::text as due_on, paid_at, contact_id from charges
    where account_id = ${accountId}`;
  expect(rows).toHaveLength(1);
  return rows[0];
};
const names = async () => {
  const rows =
    await database.sql`select name from contact_events where account_id = ${accountId} order by id`;
  return rows.map(({ name }) => name);
};

describe("news about a record that nobody knows yet", () => {
  it("make it, for the contact who has the address", async () => {
    expect(await tell(news())).toMatchObject({ did: "created" });
    expect(await stored()).toMatchObject({ title: "Invoice 1", status: "pending", contact_id: contactId });
    expect(await names()).toEqual(["charge.created"]);
  });

  it("make it once, however many of them come at once", async () => {
    const paid = news({ status: "paid", at: minutes(2) });
    const answers = await Promise.all([tell(news()), tell(paid), tell(news()), tell(paid)]);
    expect(answers.filter(({ did }) => did === "created")).toHaveLength(1);
    expect(await stored()).toMatchObject({ status: "paid", paid_at: minutes(2) });
    expect(await names()).toEqual(["charge.created", "charge.paid"]);
  });

  it.each<[string, Partial<ChargeNews>, unknown]>([
    [
      "of somebody unknown",
      { contact: { phone: "+5511900000001" } },
      { did: "refused", reason: "unknown_contact" },
    ],
    ["of a phone that is none", { contact: { phone: "12" } }, { did: "refused", reason: "unknown_contact" }],
    [
      "of a contact that does not exist",
      { contact: { id: crypto.randomUUID() } },
      { reason: "unknown_contact" },
    ],
    ["without a due date", { dueOn: undefined }, { did: "refused", reason: "incomplete" }],
    ["with an amount of no currency", { currency: undefined }, { did: "refused", reason: "incomplete" }],
  ])("are refused when they are %s", async (_, over, answer) => {
    expect(await tell(news(over))).toMatchObject({ did: "refused", ...(answer as object) });
    expect(await names()).toEqual([]);
  });

  it("are refused for a contact who was deleted, and follow one who was merged", async () => {
    const gone = await makeContact(accountId, { deletedAt: NOW });
    expect(await tell(news({ contact: { id: gone.id } }))).toEqual({
      ...{ did: "refused", reason: "contact_deleted" },
    });
    const merged = await makeContact(accountId, { deletedAt: NOW, mergedIntoId: contactId });
    expect(await tell(news({ contact: { id: merged.id } }))).toMatchObject({ did: "created" });
    expect(await stored()).toMatchObject({ contact_id: contactId });
  });

  it("make the contact where that is wanted, of a number of the account's country", async () => {
    const contact = { phone: "(11) 98888-7777", name: "Rita Alves" };
    expect(await tell(news({ contact, unknownContact: "make" }))).toMatchObject({ did: "created" });
    const [made] = await database.sql`
      select c.name, i.value from contacts c join contact_identities i on i.contact_id = c.id
      where c.account_id = ${accountId} and i.kind = 'phone' and c.id <> ${contactId}`;
    expect(made).toEqual({ name: "Rita Alves", value: "+5511988887777" });
  });

  it("find a Brazilian WhatsApp id without its ninth digit", async () => {
    await tell(news({ contact: { whatsapp: "551187654321" }, unknownContact: "make" }));
    expect(await stored()).toMatchObject({ contact_id: contactId });
  });
});

describe("news about a record that is known", () => {
  beforeEach(() => tell(news()));

  it.each<[string, Partial<ChargeNews>[], object, string[]]>([
    [
      "the same twice",
      [
        { status: "paid", at: minutes(1) },
        { status: "paid", at: minutes(1) },
      ],
      { status: "paid" },
      ["charge.paid"],
    ],
    [
      "a status told again later",
      [
        { status: "paid", at: minutes(1) },
        { status: "paid", at: minutes(9) },
      ],
      { status: "paid", paid_at: minutes(1) },
      ["charge.paid"],
    ],
    [
      "paid before overdue was told",
      [
        { status: "paid", at: minutes(2) },
        { status: "overdue", at: minutes(1) },
      ],
      { status: "paid" },
      ["charge.paid"],
    ],
    [
      "both in one second",
      [
        { status: "paid", at: minutes(1) },
        { status: "pending", at: minutes(1) },
      ],
      { status: "paid" },
      ["charge.paid"],
    ],
    [
      "both in one second, in order",
      [
        { status: "overdue", at: minutes(1) },
        { status: "paid", at: minutes(1) },
      ],
      { status: "paid" },
      ["charge.overdue", "charge.paid"],
    ],
    [
      "a payment taken back",
      [
        { status: "paid", at: minutes(1) },
        { status: "pending", at: minutes(2) },
      ],
      { status: "pending", paid_at: null },
      ["charge.paid"],
    ],
    [
      "a refund before its payment",
      [
        { status: "refunded", at: minutes(3) },
        { status: "paid", at: minutes(2) },
      ],
      { status: "refunded" },
      ["charge.refunded"],
    ],
    [
      "an older title",
      [
        { title: "Newer", at: minutes(5) },
        { title: "Older", at: minutes(4) },
      ],
      { title: "Newer" },
      [],
    ],
    [
      "an older due date",
      [
        { dueOn: "2026-12-24", at: minutes(5) },
        { dueOn: "2026-12-05", at: minutes(4) },
      ],
      { due_on: "2026-12-24" },
      [],
    ],
    [
      "a payment that an edit overtook",
      [
        { title: "Newer", at: minutes(5) },
        { status: "paid", title: "Older", at: minutes(4) },
      ],
      { title: "Newer", status: "paid", paid_at: minutes(4) },
      ["charge.paid"],
    ],
    [
      "only what changed",
      [{ amount: 7_000, currency: "BRL", at: minutes(1) }],
      { amount: 7_000, title: "Invoice 1" },
      [],
    ],
    ["an amount of no currency", [{ amount: 7_000, at: minutes(1) }], { amount: 5_000 }, []],
    [
      "what is older than the same told again",
      [
        { title: "Invoice 1", at: minutes(9) },
        { title: "Older", at: minutes(4) },
      ],
      { title: "Invoice 1" },
      [],
    ],
  ])("%s", async (_, told, expected, events) => {
    for (const each of told) await tell(bare(each), minutes(30));
    expect(await stored()).toMatchObject(expected);
    expect((await names()).slice(1)).toEqual(events);
  });

  it("say what became of them", async () => {
    const answers = [
      await tell(bare({ status: "paid", at: minutes(2) })),
      await tell(bare({ status: "paid", at: minutes(2) })),
      await tell(bare({ status: "overdue", at: minutes(1) })),
    ];
    expect(answers.map(({ did }) => did)).toEqual(["changed", "unchanged", "outdated"]);
  });

  it("count as of now when the source's clock is ahead", async () => {
    await tell(bare({ status: "overdue", at: minutes(60 * 24) }), minutes(1));
    expect(await tell(bare({ status: "paid", at: minutes(2) }))).toMatchObject({ did: "changed" });
  });

  it("end the run about it when it is paid", async () => {
    const [charge] = await database.sql`select id from charges where account_id = ${accountId}`;
    const sequence = await makeSequence(accountId, { target: "charge", goal: { event: "charge.paid" } });
    const run = await makeEnrollment(accountId, sequence, contactId, {
      ...{ recordId: charge?.id, enrolledAt: minutes(0) },
    });
    await tell(bare({ status: "paid", at: minutes(1) }));
    const [row] = await database.sql`select status, end_reason from enrollments where id = ${run.id}`;
    expect(row).toEqual({ status: "ended", end_reason: "goal_reached" });
  });

  it("are of one account: the same id elsewhere is another record", async () => {
    const other = await makeAccount();
    const theirs = await makeContact(other);
    const sent = { ...news({ contact: { id: theirs.id } }), now: minutes(1) };
    expect(await recordTold(other, sent)).toMatchObject({ did: "created" });
    expect(await stored()).toMatchObject({ contact_id: contactId });
  });
});

describe("news about a deal", () => {
  const deal = (over: Partial<Extract<News, { kind: "deal" }>>): News => ({
    ...{ kind: "deal", externalId: "d1", at: minutes(0), unknownContact: "refuse", title: "Roof" },
    contact: { id: contactId },
    ...over,
  });

  it("name a stage, and leave the deal where it is when the account has no such stage", async () => {
    await tell(deal({}));
    await tell(deal({ stage: "proposal", at: minutes(1) }));
    await tell(deal({ stage: "Somewhere else", at: minutes(2) }));
    const [row] = await database.sql`
      select s.name from deals d join stages s on s.id = d.stage_id where d.account_id = ${accountId}`;
    expect(row?.name).toBe("Proposal");
    expect(await names()).toEqual(["deal.created", "deal.stage_changed"]);
  });

  it("close it with the reason, at the source's time", async () => {
    await tell(deal({ status: "lost", lostReason: "Too late", at: minutes(3) }), minutes(10));
    const [row] = await database.sql`
      select status, lost_reason, closed_at from deals where account_id = ${accountId}`;
    expect(row).toEqual({ status: "lost", lost_reason: "Too late", closed_at: minutes(3) });
    expect(await names()).toEqual(["deal.created", "deal.lost"]);
  });
});

describe("news that cannot be used", () => {
  it.each<[string, object]>([
    ["a negative amount", { amount: -1 }],
    ["a fraction of a cent", { amount: 10.5 }],
    ["a currency by its sign", { currency: "R$" }],
    ["a day that does not exist", { dueOn: "2026-02-30" }],
    ["a state of another kind", { status: "won" }],
    ["a link that runs a script", { paymentUrl: "javascript:alert(1)" }],
    ["no id of its own", { externalId: " " }],
    ["a time that is none", { at: "yesterday" }],
  ])("have %s", (_, over) => {
    expect(newsSchema.safeParse(news()).success).toBe(true);
    expect(newsSchema.safeParse({ ...news(), ...over }).success).toBe(false);
  });
});
