import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { createContact, suppress } from "@/lib/contacts/mutations";
import { addTag } from "@/lib/contacts/tags";
import { receive } from "@/lib/engine/receive";
import { identityHash } from "@/lib/identity-hash";
import { mergeContacts } from "../merge/mutations";
import { exportPerson } from "./export";
import { eraseContact } from "./mutations";

const database = useTestDatabase();
const NAME = "Quintiliana Abrantes";
const EMAIL = "quintiliana@example.com";
/** What would give the person away, in any writing. */
const TRACES = ["uintiliana", "87651234", "zarzuela", "brantes"];

/** Every text of every row of the account that names the person. */
async function tracesOf(account: AccountId): Promise<string[]> {
  const tables = await database.sql<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join pg_class r on r.relname = c.table_name
    where c.table_schema = 'public' and c.column_name = 'account_id' and r.relkind in ('r', 'p') and not r.relispartition`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${database.sql(name)} t where account_id = ${account}`;
    for (const { row } of rows)
      for (const trace of TRACES) if (row.toLowerCase().includes(trace)) found.push(`${name}: ${row}`);
  }
  const outbox = await database.sql<{ row: string }[]>`select to_jsonb(o)::text as row from outbox o`;
  for (const { row } of outbox)
    for (const trace of TRACES) if (row.toLowerCase().includes(trace)) found.push(`outbox: ${row}`);
  return found;
}

async function arrange() {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  const inbox = await makeInbox(account);
  const sequence = await makeSequence(account, {
    exitRules: { onReply: "off", replyDoes: "end", onResolution: false },
  });
  const { contactId } = await createContact(account, {
    contact: {
      ...{ name: NAME, firstName: "", phone: "+5511987651234", email: EMAIL, timeZone: "" },
      ...{ preferredChannel: "", attributes: [{ key: "instrument", value: "zarzuela" }] },
    },
    actorId,
    now: new Date(),
  });
  const run = await makeEnrollment(account, sequence, contactId, {
    enrolledAt: new Date(Date.now() - 60_000),
  });
  await database.sql`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, address, content,
      provider_id, error_detail, sent_at)
    values (${account}, ${run.id}, ${contactId}, ${sequence.snapshot.steps[0]?.id ?? ""}, 0, 'sent', 'whatsapp',
      '5511987651234', '{"type":"text","text":"Hi Quintiliana","subject":null}', 'wamid.5511987651234', 'to 5511987651234',
      now())`;
  await database.sql`
    insert into inbound_events (account_id, inbox_id, provider, dedupe_key, body, processed_at)
    values (${account}, ${inbox.id}, 'sandbox', 'k', '{"from":"551187651234","text":"zarzuela"}', now())`;
  const reply = {
    kind: "message" as const,
    from: [{ kind: "whatsapp" as const, value: "5511987651234" }],
    fromName: NAME,
    providerId: "in-5511987651234",
    text: "The zarzuela, please",
    contentType: "text" as const,
    inReplyTo: null,
    isAutomatic: false,
    at: new Date(),
  };
  await receive(account, { inboxId: inbox.id, events: [reply], now: new Date() });
  await makeCharge(account, contactId, { title: "Zarzuela lessons", paymentUrl: "https://pay/quintiliana" });
  await makeAppointment(account, contactId, { title: "With Quintiliana", location: "Zarzuela hall" });
  await addTag(account, { contactIds: [contactId], tag: "zarzuela", actorId, now: new Date() });
  await arrangeMaestro({ account, actorId, contactId, sequence, run, inboxId: inbox.id });
  return { account, actorId, contactId, run };
}

type Known = {
  account: AccountId;
  actorId: string;
  contactId: string;
  sequence: Awaited<ReturnType<typeof makeSequence>>;
  run: Awaited<ReturnType<typeof makeEnrollment>>;
  inboxId: string;
};

/** What Maestro wrote, was told and found out, each with the person's name in it. */
async function arrangeMaestro({ account, actorId, contactId, sequence, run, inboxId }: Known) {
  const text = "Dear Quintiliana, the zarzuela";
  const told = JSON.stringify([{ name: "contact.name", kind: "name", value: NAME }]);
  const [thread] = await database.sql<{ id: string }[]>`
    select id from conversations where contact_id = ${contactId}`;
  await database.sql`
    insert into drafts (account_id, enrollment_id, contact_id, sequence_id, step_id, step_epoch, inbox_id, channel, mode,
      language, status, origin, text, subject, written_text, written_subject, facts, vouched, note, remark, returned, due_at)
    values (${account}, ${run.id}, ${contactId}, ${sequence.sequenceId}, ${sequence.snapshot.steps[1]?.id ?? ""}, 0,
      ${inboxId}, 'whatsapp', 'ai_assisted', 'en', 'used', 'ai', ${text}, ${text}, ${text}, ${text},
      ${told}::text::jsonb, ${JSON.stringify([NAME])}::text::jsonb, ${text}, ${text},
      ${JSON.stringify({ code: "facts_changed", data: { before: NAME } })}::text::jsonb, now())`;
  await database.sql`
    insert into ai_calls (account_id, purpose, outcome, detail, model, output, findings, contact_id)
    values (${account}, 'compose', 'ok', ${text}, 'stub', ${JSON.stringify({ text })}::text::jsonb,
      ${JSON.stringify([{ words: NAME }])}::text::jsonb, ${contactId})`;
  await database.sql`
    insert into ai_suggestions (account_id, sequence_id, conversation_id, contact_id, should_enroll, confidence, reason,
      status)
    values (${account}, ${sequence.sequenceId}, ${thread?.id ?? ""}, ${contactId}, true, 90, ${text}, 'open')`;
  await database.sql`
    insert into notifications (account_id, user_id, kind, dedupe_key, contact_id, data)
    values (${account}, ${actorId}, 'suggestion_waiting', 'one', ${contactId},
      ${JSON.stringify({ contact: NAME })}::text::jsonb)`;
}

describe("eraseContact", () => {
  it("leaves nothing of the person in any table, also of one that was merged, and the opt-out in force", async () => {
    const { account, actorId, contactId, run } = await arrange();
    const twin = await makeContact(account, { name: "Q. Abrantes", phone: "+551187651234" });
    await suppress(account, { contactId: twin.id, channel: "sms", actorId, now: new Date() });
    const pair = { survivorId: contactId, loserId: twin.id };
    await mergeContacts(account, { ...pair, actorId, now: new Date() });
    expect((await tracesOf(account)).length).toBeGreaterThan(8);
    const wish = { contactId, typedName: ` ${NAME} `, actorId, now: new Date() };
    await eraseContact(account, wish);
    expect(await tracesOf(account)).toEqual([]);
    const [ended] = await database.sql`select status from enrollments where id = ${run.id}`;
    expect(ended?.status).toBe("ended");
    const [hash] = await database.sql`
      select lifted_at from suppressions
      where account_id = ${account} and identity_hash = ${identityHash("phone", "+551187651234")}`;
    expect(hash).toEqual({ lifted_at: null });
    const ledger = await database.sql<{ kind: string; because: { code: string } }[]>`
      select kind, because from ledger where enrollment_id = ${run.id}`;
    expect(ledger.map(({ kind, because }) => `${kind} ${because.code}`)).toContain("replied reply");
    await expect(eraseContact(account, wish)).rejects.toMatchObject({ code: "not_found" });
  });

  it("asks for the name as it stands, and changes nothing otherwise", async () => {
    const { account, actorId, contactId } = await arrange();
    const before = await tracesOf(account);
    const wish = { contactId, typedName: "Quintiliana", actorId, now: new Date() };
    await expect(eraseContact(account, wish)).rejects.toMatchObject({
      fields: { typedName: "erase_name_differs" },
    });
    expect(await tracesOf(account)).toEqual(before);
  });

  it("waits for a delivery of the person that is not taken in yet", async () => {
    const { account, actorId, contactId } = await arrange();
    await database.sql`update inbound_events set processed_at = null where account_id = ${account}`;
    const wish = { contactId, typedName: NAME, actorId, now: new Date() };
    await expect(eraseContact(account, wish)).rejects.toMatchObject({ message: "erase_wait" });
  });

  it("touches nothing of others, here and in another account", async () => {
    const { account, actorId, contactId } = await arrange();
    const theirs = await arrange();
    const before = await tracesOf(theirs.account);
    const bo = await makeContact(account, { name: "Bo Zarzuela" });
    await expect(
      eraseContact(theirs.account, { contactId, typedName: NAME, actorId, now: new Date() }),
    ).rejects.toMatchObject({ code: "not_found" });
    await eraseContact(account, { contactId, typedName: NAME, actorId, now: new Date() });
    expect(await tracesOf(theirs.account)).toEqual(before);
    expect((await tracesOf(account)).every((trace) => trace.includes(bo.id))).toBe(true);
  });

  it("keeps the ledger append-only for the app, whatever it says of itself", async () => {
    const { account } = await arrange();
    const change = (table: string) =>
      withAccountSql(account, async (tx) => {
        await tx`select set_config('app.erasing', 'on', true)`;
        await tx`update ${tx(table)} set at = now()`;
      });
    await expect(change("ledger")).rejects.toThrow("append-only");
    await expect(change("consents")).rejects.toThrow("append-only");
  });
});

describe("exportPerson", () => {
  it("tells everything that is held about the person, and nothing of others", async () => {
    const { account, contactId } = await arrange();
    await makeContact(account, { name: "Somebody else" });
    const { held } = await exportPerson(account, contactId, new Date());
    for (const table of ["drafts", "ai_calls", "ai_suggestions", "notifications"])
      expect(held[table]).toHaveLength(1);
    const text = JSON.stringify(held);
    for (const part of [
      NAME,
      EMAIL,
      "The zarzuela, please",
      "Hi Quintiliana",
      "Zarzuela lessons",
      "Zarzuela hall",
      "Dear Quintiliana, the zarzuela",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("Somebody else");
    await expect(exportPerson(await makeAccount(), contactId, new Date())).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
