import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeDraft,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { contactDetail } from "@/lib/contacts/detail";
import { suppress } from "@/lib/contacts/mutations";
import { receive } from "@/lib/engine/receive";
import { enroll } from "@/lib/enrollments/mutations";
import { mergeContacts } from "./mutations";
import { previewMerge } from "./preview";

const database = useTestDatabase();
const NOW = new Date();

async function arrange() {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  const inbox = await makeInbox(account);
  const survivor = await makeContact(account, { name: "Ana", phone: "+5511987650001", tags: ["vip"] });
  const loser = await makeContact(account, {
    name: "Ana S.",
    phone: "+5511987650002",
    email: "ana@example.com",
    tags: ["VIP", "new"],
    attributes: { plan: "gold" },
  });
  const pair = { survivorId: survivor.id, loserId: loser.id };
  return { account, inbox, pair, merge: () => mergeContacts(account, { ...pair, actorId, now: NOW }) };
}

const runOf = async (id: string) =>
  (
    await database.sql`
      select contact_id, status, end_reason, conversation_id from enrollments where id = ${id}`
  )[0];

const thread = async (
  account: AccountId,
  inboxId: string,
  contactId: string,
  status: string,
  text: string,
) => {
  const [row] = await database.sql<{ id: string }[]>`
    insert into conversations (account_id, inbox_id, contact_id, status, resolved_at, last_message_at)
    values (${account}, ${inboxId}, ${contactId}, ${status}::conversation_status,
      ${status === "resolved" ? NOW : null}, ${NOW}) returning id`;
  const id = row?.id ?? "";
  await database.sql`
    insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text)
    values (${account}, ${id}, ${contactId}, ${inboxId}, 'inbound', ${text})`;
  return id;
};

describe("mergeContacts", () => {
  it("gives the survivor all that the loser had, and keeps its own addresses in use", async () => {
    const { account, pair, merge } = await arrange();
    const charge = await makeCharge(account, pair.loserId);
    await merge();
    const detail = await contactDetail(account, pair.survivorId);
    expect(detail).toMatchObject({ name: "Ana", tags: ["vip", "new"], attributes: { plan: "gold" } });
    expect(detail.identities.filter(({ kind }) => kind !== "whatsapp").map(({ value }) => value)).toEqual([
      ...["+5511987650001", "+5511987650002", "ana@example.com"],
    ]);
    const [moved] = await database.sql`select contact_id from charges where id = ${charge.id}`;
    expect(moved?.contact_id).toBe(pair.survivorId);
    await expect(contactDetail(account, pair.loserId)).rejects.toMatchObject({ code: "not_found" });
    const [loser] = await database.sql`
      select merged_into_id, deleted_at from contacts where id = ${pair.loserId}`;
    expect(loser).toEqual({ merged_into_id: pair.survivorId, deleted_at: NOW });
  });

  it("of two live runs of one sequence the one further along stays, and the other tells why it ended", async () => {
    const { account, pair, merge } = await arrange();
    const sequence = await makeSequence(account);
    const further = { stepId: sequence.snapshot.steps[1]?.id ?? null };
    const ours = await makeEnrollment(account, sequence, pair.survivorId);
    const theirs = await makeEnrollment(account, sequence, pair.loserId, further);
    const preview = await previewMerge(account, pair);
    expect(preview.superseded).toEqual([{ sequenceName: "Unanswered conversation" }]);
    expect(await merge()).toEqual({ ended: [ours.id] });
    expect(await runOf(theirs.id)).toMatchObject({ contact_id: pair.survivorId, status: "active" });
    expect(await runOf(ours.id)).toMatchObject({ status: "ended", end_reason: "superseded" });
    const [told] = await database.sql`
      select because from ledger where enrollment_id = ${ours.id} and kind = 'ended'`;
    expect(told?.because).toMatchObject({ code: "contact_merged", data: { kept: theirs.id } });
  });

  it("joins threads of one inbox, with the more open state, and moves the others", async () => {
    const { account, inbox, pair, merge } = await arrange();
    const other = await makeInbox(account, { name: "Second", channel: "email" });
    const target = await makeSequence(account, { target: "conversation" });
    const into = await thread(account, inbox.id, pair.survivorId, "resolved", "one");
    const from = await thread(account, inbox.id, pair.loserId, "pending", "two");
    const alone = await thread(account, other.id, pair.loserId, "open", "three");
    const run = await makeEnrollment(account, target, pair.loserId, { conversationId: from });
    const draft = await makeDraft(account, run, { inboxId: inbox.id, conversationId: from });
    await merge();
    const threads = await database.sql`
      select t.id, t.contact_id, t.status, t.resolved_at,
        array(select m.text from conversation_messages m where m.conversation_id = t.id order by m.id) as texts
      from conversations t where t.account_id = ${account} order by t.id`;
    const contact_id = pair.survivorId;
    expect([...threads]).toEqual([
      { id: into, contact_id, status: "pending", resolved_at: null, texts: ["one", "two"] },
      { id: alone, contact_id, status: "open", resolved_at: null, texts: ["three"] },
    ]);
    expect(await runOf(run.id)).toMatchObject({ contact_id, conversation_id: into, status: "active" });
    const [waiting] = await database.sql`
      select contact_id, conversation_id, status from drafts where id = ${draft.id}`;
    expect(waiting).toEqual({ contact_id, conversation_id: into, status: "open" });
  });

  it("an opt-out or a block of either ends the runs of both", async () => {
    const { account, pair, merge } = await arrange();
    const sequence = await makeSequence(account);
    const run = await makeEnrollment(account, sequence, pair.survivorId);
    await suppress(account, {
      contactId: pair.loserId,
      channel: null,
      actorId: await makeMember(account),
      now: NOW,
    });
    expect((await previewMerge(account, pair)).optedOut).toEqual(["all"]);
    await merge();
    expect(await runOf(run.id)).toMatchObject({ status: "ended", end_reason: "opted_out" });
    const detail = await contactDetail(account, pair.survivorId);
    expect(detail.suppressed).toEqual(["all"]);
    expect(detail.consents).toMatchObject([{ action: "opt_out" }]);
  });

  it("refuses itself, an unknown one, one of another account and one that is gone, and changes nothing", async () => {
    const { account, pair, merge } = await arrange();
    const actorId = await makeMember(account);
    const foreign = await makeContact(await makeAccount());
    const refused = (survivorId: string, loserId: string) =>
      expect(mergeContacts(account, { survivorId, loserId, actorId, now: NOW })).rejects;
    await refused(pair.survivorId, pair.survivorId).toMatchObject({ message: "merge_itself" });
    await refused(pair.survivorId, foreign.id).toMatchObject({ code: "not_found" });
    await merge();
    await refused(pair.survivorId, pair.loserId).toMatchObject({ message: "merge_gone" });
    await refused(pair.loserId, pair.survivorId).toMatchObject({ message: "merge_gone" });
    await expect(previewMerge(account, pair)).rejects.toMatchObject({ message: "merge_gone" });
  });

  it("two merges at once, in both directions, leave one contact and lose no address", async () => {
    const { account, pair } = await arrange();
    const actorId = await makeMember(account);
    const done = await Promise.allSettled([
      mergeContacts(account, { ...pair, actorId, now: NOW }),
      mergeContacts(account, { survivorId: pair.loserId, loserId: pair.survivorId, actorId, now: NOW }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await database.sql<{ id: string }[]>`
      select id from contacts where account_id = ${account} and deleted_at is null`;
    expect(left.length).toBe(1);
    expect((await contactDetail(account, left[0]?.id ?? "")).identities.length).toBe(5);
  });

  it("a chain of merges leads to the last survivor from every one of them", async () => {
    const { account, pair, merge } = await arrange();
    await merge();
    const last = await makeContact(account);
    const actorId = await makeMember(account);
    await mergeContacts(account, { survivorId: last.id, loserId: pair.survivorId, actorId, now: NOW });
    const rows = await database.sql`
      select distinct merged_into_id from contacts where account_id = ${account} and merged_into_id is not null`;
    expect([...rows]).toEqual([{ merged_into_id: last.id }]);
  });

  it("racing enrollments and replies leave no live run of somebody who is gone or has answered", async () => {
    for (let round = 0; round < 8; round++) {
      const { account, inbox, pair, merge } = await arrange();
      const sequence = await makeSequence(account);
      await makeEnrollment(account, sequence, pair.survivorId, { enrolledAt: new Date(Date.now() - 60_000) });
      const reply = {
        kind: "message" as const,
        from: [{ kind: "whatsapp" as const, value: "5511987650002" }],
        fromName: null,
        providerId: `r-${round}`,
        text: "I am here",
        contentType: "text" as const,
        inReplyTo: null,
        isAutomatic: false,
        at: new Date(),
      };
      await Promise.all([
        merge(),
        enroll(account, {
          sequenceId: sequence.sequenceId,
          contactIds: [pair.loserId],
          actorId: null,
          now: NOW,
          method: "manual",
        }),
        receive(account, { inboxId: inbox.id, events: [reply], now: new Date() }),
      ]);
      const live = await database.sql<{ contact_id: string; enrolled_at: Date }[]>`
        select contact_id, enrolled_at from enrollments
        where account_id = ${account} and status in ('active', 'paused') and contact_id = ${pair.survivorId}
          and enrolled_at < ${new Date(Date.now() - 30_000)}`;
      expect(live.length).toBe(0);
      const [said] = await database.sql`
        select t.contact_id from conversation_messages m join conversations t on t.id = m.conversation_id
        where m.account_id = ${account}`;
      expect(said?.contact_id).toBe(pair.survivorId);
      const twice = await withAccountSql(
        account,
        (tx) => tx`
          select from enrollments where status in ('active', 'paused') and contact_id = ${pair.survivorId}
          group by sequence_id having count(*) > 1`,
      );
      expect(twice.length).toBe(0);
    }
  });
});
