import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub } from "@/e2e/stubs/whatsapp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { advance } from "./advance";
import {
  clockAt,
  later,
  MINUTE,
  makeWhatsapp,
  messageFrom,
  NOW,
  startRun,
  templateStep,
} from "./fixtures/arrange";
import type { Identity } from "./identities";
import { receive } from "./receive";
import { suppress } from "./suppress";

const db = useTestDatabase();
const NOWHERE = "http://127.0.0.1:9";
const whatsapp = (accountId: AccountId) => makeWhatsapp(accountId, NOWHERE);

const number = (digits: string): Identity[] => [
  { kind: "whatsapp", value: digits },
  { kind: "phone", value: `+${digits}` },
];
const OLD = "5511987654321";
const NEW = "5521912345678";
const startWithPhone = () => startRun({ inbox: whatsapp, contact: { phone: `+${OLD}` } });
const namesOf = async (contactId: string) =>
  (await db.sql`select kind, value from contact_identities where contact_id = ${contactId} order by id`).map(
    ({ kind, value }) => `${kind} ${value}`,
  );
const suppressed = async (accountId: string) =>
  (await db.sql`select from suppressions where account_id = ${accountId} and lifted_at is null`).length;

const change = (accountId: AccountId, inboxId: string, to = number(NEW), from = number(OLD)) =>
  receive(accountId, { inboxId, events: [{ kind: "identity", from, to, at: NOW }], now: NOW });

describe("a person who takes another number", () => {
  it("stays the same contact, whose answer from there stops the run", async () => {
    const { accountId, inbox, contact, enrollmentId } = await startWithPhone();
    await change(accountId, inbox.id);
    await change(accountId, inbox.id);
    expect(await namesOf(contact.id)).toEqual(expect.arrayContaining([`whatsapp ${NEW}`, `phone +${NEW}`]));
    const reply = messageFrom(null, { from: number(NEW) });
    await receive(accountId, { inboxId: inbox.id, events: [reply], now: later(MINUTE) });
    const [run] = await db.sql`select status, end_reason from enrollments where id = ${enrollmentId}`;
    expect(run).toEqual({ status: "ended", end_reason: "replied" });
  });

  it("is not written to at the new number after an opt-out at the old one", async () => {
    const { accountId, inbox, contact } = await startWithPhone();
    await withAccountSql(accountId, (tx) =>
      suppress(tx, {
        ...{ accountId, contactId: contact.id, channel: "whatsapp", source: "message", text: "STOP" },
        ...{ actorId: null, now: NOW, reason: "opted_out" },
      }),
    );
    const before = await suppressed(accountId);
    await change(accountId, inbox.id);
    expect(await suppressed(accountId)).toBe(before + 2);
    // Also for whoever is imported with it after the contact is gone.
    await db.sql`delete from contacts where id = ${contact.id}`;
    expect(await suppressed(accountId)).toBe(before + 2);
  });

  it("leaves a number with the contact that has it, and the opt-out holds there too", async () => {
    const { accountId, inbox, contact } = await startWithPhone();
    const owner = await makeContact(accountId, { phone: `+${NEW}` });
    const names = await namesOf(owner.id);
    await withAccountSql(accountId, (tx) =>
      suppress(tx, {
        ...{ accountId, contactId: contact.id, channel: null, source: "person", text: "" },
        ...{ actorId: null, now: NOW, reason: "person" },
      }),
    );
    const before = await suppressed(accountId);
    await change(accountId, inbox.id);
    expect(await namesOf(owner.id)).toEqual(names);
    expect(await suppressed(accountId)).toBe(before + 2);
  });

  it("who is not known is nobody until they write", async () => {
    const accountId = await makeAccount();
    const inbox = await whatsapp(accountId);
    await change(accountId, inbox.id);
    expect(await db.sql`select from contacts where account_id = ${accountId}`).toHaveLength(0);
  });

  it("may have reached us by another number's address of the same app", async () => {
    const { accountId, inbox, contact } = await startWithPhone();
    const other = await makeWhatsapp(accountId, NOWHERE, {
      config: { phoneNumberId: "2000000000", baseUrl: NOWHERE },
    });
    const event = { kind: "identity" as const, from: number(OLD), to: number(NEW), at: NOW };
    const elsewhere = { kind: "elsewhere" as const, event };
    const events = [
      { ...elsewhere, sender: "2000000000" },
      { ...elsewhere, sender: "9999999999", event: { ...event, to: number("5531911112222") } },
    ];
    await receive(accountId, { inboxId: inbox.id, events, now: NOW });
    expect(await namesOf(contact.id)).toContain(`whatsapp ${NEW}`);
    expect(await namesOf(contact.id)).not.toContain("whatsapp 5531911112222");
    const reply = messageFrom(null, { from: number(NEW), providerId: "in-elsewhere" });
    await receive(accountId, {
      ...{ inboxId: inbox.id, now: later(MINUTE) },
      events: [{ kind: "elsewhere", sender: "2000000000", event: reply }],
    });
    const [message] =
      await db.sql`select inbox_id from conversation_messages where provider_id = 'in-elsewhere'`;
    expect(message?.inbox_id).toBe(other.id);
  });
});

describe("a number in the other form that WhatsApp may use", () => {
  it("is the same person, and no phone of theirs", async () => {
    const { accountId, inbox, contact, enrollmentId } = await startWithPhone();
    const reply = messageFrom(null, { from: number("551187654321") });
    await receive(accountId, { inboxId: inbox.id, events: [reply], now: later(MINUTE) });
    const [run] = await db.sql`select end_reason from enrollments where id = ${enrollmentId}`;
    expect(run).toEqual({ end_reason: "replied" });
    const names = await namesOf(contact.id);
    expect(names).toContain("whatsapp 551187654321");
    expect(names).not.toContain("phone +551187654321");
    expect(await db.sql`select from contacts where account_id = ${accountId}`).toHaveLength(1);
  });

  it("is kept where the provider's answer names it, and is the address from then on", async () => {
    const stub = await startWhatsappStub();
    const { accountId, inbox, contact, run } = await startRun({
      steps: [templateStep()],
      inbox: (id) => makeWhatsapp(id, stub.url),
      contact: { phone: `+${OLD}` },
    });
    const answer = {
      contacts: [{ input: `+${OLD}`, wa_id: "551187654321" }],
      messages: [{ id: "wamid.1", message_status: "held_for_quality_assessment" }],
    };
    stub.failNext({ kind: "status", status: 200, body: JSON.stringify(answer) });
    await advance(run, clockAt(NOW));
    await stub.close();
    expect(await namesOf(contact.id)).toContain("whatsapp 551187654321");
    expect(await namesOf(contact.id)).not.toContain("phone +551187654321");
    const [ledger] = await db.sql`
      select because from ledger where account_id = ${accountId} and kind = 'sent'`;
    expect(ledger?.because.data).toMatchObject({ messageStatus: "held_for_quality_assessment" });
    const reply = messageFrom(null, { from: number("551187654321") });
    await receive(accountId, { inboxId: inbox.id, events: [reply], now: later(MINUTE) });
    expect(await db.sql`select from contacts where account_id = ${accountId}`).toHaveLength(1);
  });
});
