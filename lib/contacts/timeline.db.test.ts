import { expect, it } from "vitest";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { receive } from "@/lib/engine/receive";
import { mergeContacts } from "./merge/mutations";
import { suppress } from "./mutations";
import { timelineSchema } from "./schema";
import { addTag } from "./tags";
import { contactTimeline } from "./timeline";

const database = useTestDatabase();

async function arrange() {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  const inbox = await makeInbox(account);
  const contact = await makeContact(account, { phone: "+5511987650001" });
  const sequence = await makeSequence(account);
  await makeEnrollment(account, sequence, contact.id, { enrolledAt: new Date(Date.now() - 60_000) });
  const reply = {
    kind: "message" as const,
    from: [{ kind: "whatsapp" as const, value: "5511987650001" }],
    fromName: null,
    ...{
      providerId: "in-1",
      text: "Hello",
      contentType: "text" as const,
      inReplyTo: null,
      isAutomatic: false,
      at: new Date(),
    },
  };
  await receive(account, { inboxId: inbox.id, events: [reply], now: new Date() });
  await addTag(account, { contactIds: [contact.id], tag: "vip", actorId, now: new Date() });
  await makeCharge(account, contact.id);
  await suppress(account, { contactId: contact.id, channel: null, actorId, now: new Date() });
  return { account, actorId, contactId: contact.id };
}

it("tells messages, runs, events, records, opt-outs and merges, newest first, with those of the merged one", async () => {
  const { account, actorId, contactId } = await arrange();
  const survivor = await makeContact(account, { name: "Ana" });
  const pair = { survivorId: survivor.id, loserId: contactId };
  await mergeContacts(account, { ...pair, actorId, now: new Date() });
  const { entries, next } = await contactTimeline(account, survivor.id, {});
  expect(entries.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
    expect.arrayContaining([
      ...["merges merged", "consents opt_out", "records charge", "events contact.tagged"],
      ...["messages received", "runs ended", "runs begun"],
    ]),
  );
  expect(entries.map(({ at }) => at)).toEqual(
    entries
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  expect(next).toBeNull();
  const consents = await contactTimeline(account, survivor.id, { kind: "consents" });
  expect(consents.entries.map(({ what }) => what)).toEqual(["opt_out"]);
});

it("pages through things of the same moment without losing or repeating one", async () => {
  const { account, contactId } = await arrange();
  await database.sql`
    insert into contact_events (account_id, contact_id, name, dedupe_key, at)
    select ${account}, ${contactId}, 'visited', 'v' || n, '2026-03-01T00:00:00Z' from generate_series(1, 100) n`;
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const wish = timelineSchema.parse({ kind: "events", ...(before && { before }) });
    const page = await contactTimeline(account, contactId, wish);
    seen.push(...page.entries.map(({ id }) => id));
    before = page.next;
  } while (before);
  const [counted] = await database.sql`
    select count(*)::int as count from contact_events where contact_id = ${contactId}`;
  expect(seen.length).toBe(counted?.count);
  expect(new Set(seen).size).toBe(seen.length);
});

it("is not found from another account", async () => {
  const { contactId } = await arrange();
  const other = await makeAccount();
  await expect(contactTimeline(other, contactId, {})).rejects.toMatchObject({ code: "not_found" });
});
