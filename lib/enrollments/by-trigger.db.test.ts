import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { createContact } from "@/lib/contacts/mutations";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { causedBy } from "@/lib/engine/cause";
import { recordContactEvent } from "@/lib/engine/goal";
import { addRecord } from "@/lib/records/mutations";
import { enrollByTrigger } from "./by-trigger";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const ANY: Pick<Trigger, "match" | "conditions"> = { match: "all", conditions: [] };

async function arrange(trigger: Trigger, over: Partial<SequenceSnapshot> = {}) {
  const accountId = await makeAccount();
  await makeInbox(accountId);
  const sequence = await makeSequence(accountId, { steps: [makeStep()], triggers: [trigger], ...over });
  await listen(accountId, sequence.sequenceId, trigger);
  return { accountId, ...sequence };
}

const listen = (accountId: AccountId, sequenceId: string, trigger: Trigger) => database.sql`
  insert into triggers (account_id, sequence_id, event, name, trigger)
  values (${accountId}, ${sequenceId}, ${trigger.event}, ${trigger.name ?? ""}, ${database.sql.json(trigger)})`;

const told = (accountId: AccountId) =>
  database.sql<
    {
      data: {
        event: string;
        name: string;
        causedBy: string[];
        subjects: { contactId: string; recordId?: string }[];
      };
    }[]
  >`
    select data from outbox where name = 'trigger/happened' and data->>'accountId' = ${accountId} order by seq`;
const runsOf = (accountId: AccountId) => database.sql<{ contact_id: string; record_id: string | null }[]>`
  select contact_id, record_id from enrollments where account_id = ${accountId}`;

describe("what happened is told", () => {
  it("where a sequence listens, and nowhere else", async () => {
    const { accountId } = await arrange({ event: "contact.created", ...ANY });
    const deaf = await makeAccount();
    const contact = {
      ...{ name: "Ana Souza", firstName: "Ana", phone: "+5511987654321", email: "" },
      ...{ timeZone: "", preferredChannel: "" as const, attributes: [] },
    };
    const actor = { actorId: randomUUID(), now: NOW };
    const { contactId } = await createContact(accountId, { contact, ...actor });
    await createContact(deaf, { contact, ...actor });
    expect((await told(accountId)).map(({ data }) => data.subjects)).toEqual([[{ contactId }]]);
    expect(await told(deaf)).toHaveLength(0);
  });

  it("with the record that it is about", async () => {
    const { accountId } = await arrange({ event: "charge.created", ...ANY }, { target: "charge" });
    const contact = await makeContact(accountId);
    const record = {
      ...{ kind: "charge" as const, title: "Invoice 9", amount: 5_000, currency: "BRL" },
      ...{ dueOn: "2026-12-01", status: "pending" as const, paymentUrl: "", assigneeId: null },
    };
    const { id } = await addRecord(accountId, { contactId: contact.id, record, actorId: null, now: NOW });
    expect((await told(accountId))[0]?.data).toMatchObject({
      subjects: [{ contactId: contact.id, recordId: id }],
    });
  });

  it("once for an event that is reported twice", async () => {
    const { accountId } = await arrange({ event: "custom", name: "signed_up", ...ANY });
    const contact = await makeContact(accountId);
    const event = { contactId: contact.id, name: "signed_up", dedupeKey: "evt-1", data: {}, now: NOW };
    await recordContactEvent(accountId, event);
    await recordContactEvent(accountId, event);
    expect(await told(accountId)).toHaveLength(1);
  });
});

describe("an event that a sequence listens to", () => {
  it("enrolls those who meet the conditions, and says in the ledger what started the run", async () => {
    const conditions = [{ variable: "contact.plan", operator: "equal" as const, value: "premium" }];
    const { accountId } = await arrange({ event: "contact.created", match: "all", conditions });
    const premium = await makeContact(accountId, { attributes: { plan: "Premium" } });
    const basic = await makeContact(accountId, { attributes: { plan: "Basic" } });
    const subjects = [{ contactId: premium.id }, { contactId: basic.id }];
    const happened = { event: "contact.created" as const, name: "", subjects, now: NOW };
    expect(await enrollByTrigger(accountId, happened)).toEqual({ enrolled: 1 });
    expect(await runsOf(accountId)).toMatchObject([{ contact_id: premium.id }]);
    const [entry] = await database.sql`
      select because from ledger where account_id = ${accountId} and kind = 'enrolled'`;
    expect(entry?.because).toEqual({ code: "enrolled", data: { trigger: "contact.created" } });
  });

  it("starts a run about the record that it is about, judged by that record's values", async () => {
    const conditions = [{ variable: "charge.amount", operator: "greater" as const, value: "100" }];
    const { accountId } = await arrange(
      { event: "charge.created", match: "all", conditions },
      { target: "charge" },
    );
    const contact = await makeContact(accountId);
    const large = await makeCharge(accountId, contact.id, { amount: 20_000 });
    const small = await makeCharge(accountId, contact.id, { amount: 900 });
    const subjects = [large, small].map(({ id }) => ({ contactId: contact.id, recordId: id }));
    await enrollByTrigger(accountId, { event: "charge.created", name: "", subjects, now: NOW });
    expect((await runsOf(accountId)).map((run) => run.record_id)).toEqual([large.id]);
  });

  it("starts nothing about a charge that was paid before the event came, but follows an outcome told by its name", async () => {
    const { accountId } = await arrange({ event: "charge.created", ...ANY }, { target: "charge" });
    const contact = await makeContact(accountId);
    const paid = await makeCharge(accountId, contact.id, { status: "paid" });
    const subjects = [{ contactId: contact.id, recordId: paid.id }];
    const late = { event: "charge.created" as const, name: "", subjects, now: NOW };
    expect(await enrollByTrigger(accountId, late)).toEqual({ enrolled: 0 });

    const thanks = await arrange({ event: "charge.paid", ...ANY }, { target: "charge" });
    const payer = await makeContact(thanks.accountId);
    const charge = await makeCharge(thanks.accountId, payer.id, { status: "paid" });
    const told = [{ contactId: payer.id, recordId: charge.id }];
    const outcome = { event: "charge.paid" as const, name: "", subjects: told, now: NOW };
    expect(await enrollByTrigger(thanks.accountId, outcome)).toEqual({ enrolled: 1 });
  });

  it("enrolls nobody twice when it is carried out again, and nobody into a paused sequence", async () => {
    const { accountId, sequenceId } = await arrange({ event: "message.received", ...ANY });
    const contact = await makeContact(accountId);
    const subjects = [{ contactId: contact.id }];
    const happened = { event: "message.received" as const, name: "", subjects, now: NOW };
    await enrollByTrigger(accountId, happened);
    expect(await enrollByTrigger(accountId, happened)).toEqual({ enrolled: 0 });
    expect(await runsOf(accountId)).toHaveLength(1);
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    const other = await makeContact(accountId);
    expect(await enrollByTrigger(accountId, { ...happened, subjects: [{ contactId: other.id }] })).toEqual({
      enrolled: 0,
    });
  });

  it("means nothing to another account", async () => {
    const { accountId } = await arrange({ event: "contact.created", ...ANY });
    const contact = await makeContact(accountId);
    const subjects = [{ contactId: contact.id }];
    const stranger = await makeAccount();
    expect(
      await enrollByTrigger(stranger, { event: "contact.created", name: "", subjects, now: NOW }),
    ).toEqual({
      enrolled: 0,
    });
    expect(await runsOf(accountId)).toHaveLength(0);
  });
});

describe("what conditions may ask", () => {
  const meets = (variable: string, operator: "equal" | "greater" | "contains", value: string) => ({
    variable,
    operator,
    value,
  });

  it("is the event's own data, and groups of conditions", async () => {
    const { accountId } = await arrange({
      ...{ event: "custom" as const, name: "trial_ended", match: "all" as const },
      conditions: [meets("event.plan", "equal", "pro")],
      groups: [
        {
          match: "any",
          conditions: [meets("event.seats", "greater", "10"), meets("contact.vip", "equal", "yes")],
        },
      ],
    });
    const [large, small, vip, basic] = await Promise.all([
      makeContact(accountId),
      makeContact(accountId),
      makeContact(accountId, { attributes: { vip: "yes" } }),
      makeContact(accountId, { attributes: { vip: "yes" } }),
    ]);
    const ended = async (contactId: string, plan: string, seats: number) => {
      const [row] = await database.sql<{ id: string }[]>`
        insert into contact_events (account_id, contact_id, name, dedupe_key, data, at)
        values (${accountId}, ${contactId}, 'trial_ended', ${randomUUID()}, ${database.sql.json({ plan, seats })}, ${NOW})
        returning id`;
      return { contactId, eventId: row?.id ?? "" };
    };
    const subjects = await Promise.all([
      ...[ended(large.id, "pro", 20), ended(small.id, "pro", 2)],
      ...[ended(vip.id, "pro", 1), ended(basic.id, "basic", 99)],
    ]);
    await enrollByTrigger(accountId, { event: "custom", name: "trial_ended", subjects, now: NOW });
    const enrolled = (await runsOf(accountId)).map((run) => run.contact_id);
    expect(enrolled.sort()).toEqual([large.id, vip.id].sort());
  });

  it("is the text and channel of a message", async () => {
    const conditions = [
      meets("event.text", "contains", "price"),
      meets("event.channel", "equal", "whatsapp"),
    ];
    const { accountId } = await arrange({ event: "message.received", match: "all", conditions });
    const [{ id: inboxId } = { id: "" }] = await database.sql<{ id: string }[]>`
      select id from inboxes where account_id = ${accountId}`;
    const said = async (text: string) => {
      const contact = await makeContact(accountId);
      const [thread] = await database.sql<{ id: string }[]>`
        insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inboxId}, ${contact.id})
        returning id`;
      const conversationId = thread?.id ?? "";
      const [message] = await database.sql<{ id: string }[]>`
        insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text)
        values (${accountId}, ${conversationId}, ${contact.id}, ${inboxId}, 'inbound', ${text}) returning id`;
      return { contactId: contact.id, conversationId, eventId: message?.id ?? "" };
    };
    const subjects = [await said("What is the price?"), await said("Good morning")];
    await enrollByTrigger(accountId, { event: "message.received", name: "", subjects, now: NOW });
    expect(await runsOf(accountId)).toMatchObject([{ contact_id: subjects[0]?.contactId }]);
  });

  it("is the record that the event is about, also where the run is about the person", async () => {
    const conditions = [meets("charge.amount", "greater", "100")];
    const { accountId } = await arrange({ event: "charge.paid", match: "all", conditions });
    const contact = await makeContact(accountId);
    const large = await makeCharge(accountId, contact.id, { amount: 20_000, status: "paid" });
    const small = await makeCharge(accountId, contact.id, { amount: 900, status: "paid" });
    const paid = (recordId: string) => ({
      ...{ event: "charge.paid" as const, name: "", now: NOW },
      subjects: [{ contactId: contact.id, recordId }],
    });
    expect(await enrollByTrigger(accountId, paid(small.id))).toEqual({ enrolled: 0 });
    expect(await enrollByTrigger(accountId, paid(large.id))).toEqual({ enrolled: 1 });
  });

  it("is each open record of a contact to whom something happened", async () => {
    const conditions = [meets("charge.amount", "greater", "100")];
    const { accountId } = await arrange(
      { event: "contact.tagged", match: "all", conditions },
      { target: "charge" },
    );
    const contact = await makeContact(accountId);
    const large = await makeCharge(accountId, contact.id, { amount: 20_000 });
    await makeCharge(accountId, contact.id, { amount: 900 });
    const subjects = [{ contactId: contact.id }];
    await enrollByTrigger(accountId, { event: "contact.tagged", name: "", subjects, now: NOW });
    expect((await runsOf(accountId)).map((run) => run.record_id)).toEqual([large.id]);
  });
});

describe("how somebody came in", () => {
  it("stands at the run: by an event", async () => {
    const { accountId } = await arrange({ event: "contact.created", ...ANY });
    const contact = await makeContact(accountId);
    const subjects = [{ contactId: contact.id }];
    await enrollByTrigger(accountId, { event: "contact.created", name: "", subjects, now: NOW });
    const runs = await database.sql`select method from enrollments where account_id = ${accountId}`;
    expect(runs).toEqual([{ method: "event" }]);
  });
});

describe("what rules do", () => {
  it("is told with the rules that led to it, and what people do without any", async () => {
    const { accountId } = await arrange({ event: "custom", name: "signed_up", ...ANY });
    const contact = await makeContact(accountId);
    const event = { contactId: contact.id, name: "signed_up", data: {}, now: NOW };
    const [first, second] = [randomUUID(), randomUUID()];
    await causedBy([first, second], () =>
      recordContactEvent(accountId, { ...event, dedupeKey: "by a rule" }),
    );
    await recordContactEvent(accountId, { ...event, dedupeKey: "by a person" });
    expect((await told(accountId)).map(({ data }) => data.causedBy)).toEqual([[first, second], []]);
  });
});
