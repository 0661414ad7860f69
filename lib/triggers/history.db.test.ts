import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeAppointment, makeCharge, makeContact, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Target } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { historyOf } from "./history";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const ANY = { match: "all" as const, conditions: [] };

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount();
});

const past = (trigger: Partial<Trigger> & Pick<Trigger, "event">, target: Target = "contact") =>
  historyOf(accountId, { trigger: { ...ANY, ...trigger }, target, now: NOW });

type Event = { at?: Date; data?: Record<string, string | number>; recordId?: string | null };
const happened = (
  contactId: string,
  name: string,
  { at = ago(48), data = {}, recordId = null }: Event = {},
) =>
  database.sql`
    insert into contact_events (account_id, contact_id, name, dedupe_key, record_id, data, at)
    values (${accountId}, ${contactId}, ${name}, ${randomUUID()}, ${recordId}, ${database.sql.json(data)}, ${at})`;

describe("whom an event would have enrolled in the last thirty days", () => {
  it("counts each contact once, with the newest time, and nobody who is blocked, deleted or of another account", async () => {
    const ana = await makeContact(accountId, { name: "Ana Souza" });
    const [blocked, deleted] = [
      await makeContact(accountId, { blockedAt: NOW }),
      await makeContact(accountId, { deletedAt: NOW }),
    ];
    for (const { id } of [ana, ana, blocked, deleted]) await happened(id, "trial_ended");
    await happened(ana.id, "trial_ended", { at: ago(2) });
    const early = await makeContact(accountId);
    await happened(early.id, "trial_ended", { at: ago(31 * 24) });
    await happened(early.id, "other");
    const named = [{ contactId: ana.id, name: "Ana Souza", title: null, at: ago(2).toISOString() }];
    expect(await past({ event: "custom", name: "trial_ended" })).toEqual({
      count: 1,
      isAtLeast: false,
      named,
    });
    accountId = await makeAccount();
    expect(await past({ event: "custom", name: "trial_ended" })).toMatchObject({ count: 0, named: [] });
  });

  it("judges the conditions as the engine does, of the event and of the record", async () => {
    const { id } = await makeContact(accountId);
    const large = await makeCharge(accountId, id, { title: "Large", amount: 20_000 });
    const small = await makeCharge(accountId, id, { amount: 900 });
    for (const { id: recordId } of [large, small])
      for (const by of ["card", "transfer"]) await happened(id, "charge.paid", { recordId, data: { by } });
    const conditions = [
      { variable: "charge.amount", operator: "greater" as const, value: "100" },
      { variable: "event.by", operator: "equal" as const, value: "card" },
    ];
    expect(await past({ event: "charge.paid", conditions }, "charge")).toMatchObject({
      ...{ count: 1, isAtLeast: false, named: [{ title: "Large" }] },
    });
    expect(await past({ event: "charge.paid" }, "charge")).toMatchObject({ count: 2 });
    expect(await past({ event: "charge.paid" })).toMatchObject({ count: 1 });
  });

  it("knows new contacts and threads, and messages both ways", async () => {
    const inbox = await makeInbox(accountId);
    const { id: contactId } = await makeContact(accountId, { createdAt: ago(24) });
    await makeContact(accountId, { createdAt: ago(40 * 24) });
    const [thread] = await database.sql<{ id: string }[]>`
      insert into conversations (account_id, inbox_id, contact_id, last_message_at, created_at)
      values (${accountId}, ${inbox.id}, ${contactId}, ${ago(2)}, ${ago(3)}) returning id`;
    const said = (direction: string, text: string) => database.sql`
      insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, meaning, text,
        at, sent_at)
      values (${accountId}, ${thread?.id ?? ""}, ${contactId}, ${inbox.id}, ${direction},
        ${direction === "inbound" ? "reply" : null}, ${text}, ${ago(2)}, ${direction === "inbound" ? null : ago(2)})`;
    await said("inbound", "What is the price?");
    await said("outbound", "Ten");
    for (const event of [
      "contact.created",
      "conversation.created",
      "message.received",
      "message.sent",
    ] as const)
      expect(await past({ event }), event).toMatchObject({ count: 1, named: [{ contactId }] });
    const about = (value: string) => [{ variable: "event.text", operator: "contains" as const, value }];
    expect(await past({ event: "message.received", conditions: about("price") })).toMatchObject({ count: 1 });
    expect(await past({ event: "message.received", conditions: about("refund") })).toMatchObject({
      count: 0,
    });
  });
});

describe("whom the clock would have enrolled", () => {
  it("are the threads that fell silent, also those in which somebody wrote later", async () => {
    const inbox = await makeInbox(accountId);
    const thread = async (status: string, said: [direction: string, hours: number][]) => {
      const contact = await makeContact(accountId);
      const last = Math.min(...said.map(([, hours]) => hours));
      const [row] = await database.sql<{ id: string }[]>`
        insert into conversations (account_id, inbox_id, contact_id, status, last_message_at)
        values (${accountId}, ${inbox.id}, ${contact.id}, ${status}, ${ago(last)}) returning id`;
      for (const [direction, hours] of said)
        await database.sql`
          insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, at, sent_at)
          values (${accountId}, ${row?.id ?? ""}, ${contact.id}, ${inbox.id}, ${direction}, 'Hi', ${ago(hours)},
            ${direction === "inbound" ? null : ago(hours)})`;
      return contact.id;
    };
    const silent = await thread("open", [
      ["inbound", 60],
      ["outbound", 50],
    ]);
    const answered = await thread("open", [
      ["outbound", 90],
      ["inbound", 20],
    ]);
    await thread("open", [
      ["outbound", 20],
      ["inbound", 19],
    ]);
    await thread("resolved", [["outbound", 50]]);
    await thread("open", [["inbound", 50]]);
    const idle = { minutes: 24 * 60, lastWord: "team" as const, statuses: ["open" as const] };
    const { count, named } = await past({ event: "conversation.idle", idle });
    expect(count).toBe(2);
    expect(named.map(({ contactId, at }) => [contactId, at])).toEqual([
      [silent, ago(26).toISOString()],
      [answered, ago(66).toISOString()],
    ]);
  });

  it("are the dates that came within reach while they were open", async () => {
    const { id } = await makeContact(accountId);
    const set = { dateSetAt: ago(50 * 24) };
    await makeCharge(accountId, id, { title: "Open", dueOn: "2026-03-12", ...set });
    await makeCharge(accountId, id, { title: "Far", dueOn: "2026-03-20", ...set });
    const paid = (title: string, statusAt: Date) =>
      makeCharge(accountId, id, { title, dueOn: "2026-03-05", status: "paid", statusAt, ...set });
    await paid("Paid later", new Date("2026-03-04T12:00:00Z"));
    await paid("Paid before", new Date("2026-02-20T12:00:00Z"));
    await makeCharge(accountId, id, { title: "Set too late", dueOn: "2026-03-05", dateSetAt: ago(2) });
    const offset = { amount: 3, unit: "days" as const };
    const soon = await past({ event: "charge.due_soon", offset }, "charge");
    expect(soon.named.map(({ title, at }) => [title, at])).toEqual([
      ["Open", "2026-03-09T03:00:00.000Z"],
      ["Paid later", "2026-03-02T03:00:00.000Z"],
    ]);
    await makeAppointment(accountId, id, { title: "Visit", startsAt: ago(-1), ...set });
    const two = { amount: 2, unit: "hours" as const };
    const upcoming = await past({ event: "appointment.upcoming", offset: two }, "appointment");
    expect(upcoming.named).toMatchObject([{ title: "Visit", at: ago(1).toISOString() }]);
    const overdue = await past({ event: "charge.overdue", offset: { amount: 1, unit: "hours" } }, "charge");
    expect(overdue.named.map(({ title }) => title)).toEqual(["Set too late"]);
  });
});

it("a hundred thousand events are all counted; with conditions the newest ten thousand are judged, and that is said", async () => {
  await database.sql`
    with people as (
      insert into contacts (account_id, name) select ${accountId}, 'P' || n from generate_series(1, 20000) n returning id
    )
    insert into contact_events (account_id, contact_id, name, dedupe_key, at)
    select ${accountId}, id, 'visited', id || ':' || n, ${NOW}::timestamptz - make_interval(mins => n)
    from people, generate_series(1, 5) n`;
  await database.sql`analyze`;
  const trigger = { event: "custom" as const, name: "visited" };
  expect(await past(trigger)).toMatchObject({ count: 20_000, isAtLeast: false });
  const conditions = [{ variable: "contact.name", operator: "contains" as const, value: "P" }];
  expect(await past({ ...trigger, conditions })).toMatchObject({ isAtLeast: true });
});
