import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { contactDetail } from "@/lib/contacts/detail";
import type { OutboundContent } from "@/lib/core/facts";
import { resolveConversation } from "@/lib/engine/resolve";
import { runTimeline } from "@/lib/enrollments/timeline";
import { AppError } from "@/lib/errors";
import { sandboxPhone, sandboxThreads } from "./data";
import { answer, open } from "./mutations";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00.500Z");
const EARLIER = new Date("2026-03-10T11:00:00Z");

/** A run whose first step was sent an hour ago. */
async function arrange(
  over: { provider?: "sandbox" | "whatsapp_cloud"; goal?: { event: string }; content?: OutboundContent } = {},
) {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId, { provider: over.provider ?? "sandbox" });
  const contact = await makeContact(accountId, { name: "Ana Souza" });
  const sequence = await makeSequence(accountId, { goal: over.goal ?? null });
  const run = await makeEnrollment(accountId, sequence, contact.id, {
    enrolledAt: EARLIER,
    lastSentAt: EARLIER,
  });
  const [thread] = await database.sql`
    insert into conversations (account_id, inbox_id, contact_id, last_message_at)
    values (${accountId}, ${inbox.id}, ${contact.id}, ${EARLIER}) returning id`;
  const content = over.content ?? { type: "text", text: "Hi Ana", subject: null };
  await database.sql`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, inbox_id,
      conversation_id, content, provider_id, sent_at)
    values (${accountId}, ${run.id}, ${contact.id}, ${sequence.snapshot.steps[0]?.id ?? ""}, 0, 'sent', 'whatsapp',
      ${inbox.id}, ${thread?.id}, ${database.sql.json(content)}, 'sandbox-1', ${EARLIER})`;
  return { accountId, contactId: contact.id, runId: run.id, conversationId: String(thread?.id) };
}

const endOf = async (runId: string) =>
  (await database.sql`select status, end_reason from enrollments where id = ${runId}`)[0];

describe("the phone on the screen", () => {
  it("shows what was sent and what was answered, oldest first", async () => {
    const { accountId, conversationId, runId } = await arrange();
    await answer(accountId, { conversationId, text: "Who is this?", kind: "text", now: NOW });
    const { messages, thread } = await sandboxPhone(accountId, conversationId);
    expect(messages).toMatchObject([
      { direction: "outbound", text: "Hi Ana", status: "replied", enrollmentId: runId },
      { direction: "inbound", text: "Who is this?", meaning: "reply" },
    ]);
    expect(thread).toMatchObject({ contactName: "Ana Souza", lastText: "Who is this?", unread: 0 });
    expect(await sandboxThreads(accountId)).toMatchObject([{ id: conversationId }]);
  });

  it("an answer ends the run, as a webhook's would", async () => {
    const { accountId, conversationId, runId } = await arrange();
    await answer(accountId, { conversationId, text: "Yes, I am interested", kind: "text", now: NOW });
    expect(await endOf(runId)).toEqual({ status: "ended", end_reason: "replied" });
  });

  it("shows the media, the buttons and the head of what was sent, here and in the timeline", async () => {
    const parts = {
      ...{ subject: "Offer", preheader: "Only today", quickReplies: ["Yes", "No"] },
      media: { kind: "document" as const, url: "https://files.example/offer.pdf", fileName: "Offer.pdf" },
    };
    const { accountId, conversationId, runId } = await arrange({
      content: { type: "rich", text: "", ...parts },
    });
    const { messages, thread } = await sandboxPhone(accountId, conversationId);
    expect(messages).toMatchObject([{ ...parts, contentType: "rich", text: "" }]);
    expect(thread.lastText).toBe("Offer.pdf");
    const [sent] = await database.sql`select id from messages where account_id = ${accountId}`;
    await database.sql`
      insert into ledger (account_id, at, kind, enrollment_id, message_id, because)
      values (${accountId}, ${EARLIER}, 'sent', ${runId}, ${sent?.id}, '{"code":"accepted","data":{}}')`;
    const { media, quickReplies } = parts;
    expect((await runTimeline(accountId, runId, new Date())).entries).toMatchObject([
      { kind: "sent", message: { contentType: "rich", text: "", media, quickReplies } },
    ]);
  });

  it("a tap on a reply button is a reply with what stands on it", async () => {
    const { accountId, conversationId, runId } = await arrange();
    await answer(accountId, { conversationId, text: "Yes", kind: "button", now: NOW });
    expect(await endOf(runId)).toEqual({ status: "ended", end_reason: "replied" });
    const { messages } = await sandboxPhone(accountId, conversationId);
    expect(messages.at(-1)).toMatchObject({ direction: "inbound", text: "Yes", meaning: "reply" });
    const [stored] = await database.sql`
      select content_type from conversation_messages where conversation_id = ${conversationId}`;
    expect(stored).toEqual({ content_type: "button" });
  });

  it("a tap on a button that says STOP opts the contact out", async () => {
    const { accountId, conversationId, contactId } = await arrange();
    await answer(accountId, { conversationId, text: "STOP", kind: "button", now: NOW });
    expect((await contactDetail(accountId, contactId)).suppressed).toEqual(["whatsapp"]);
  });

  it("STOP opts the contact out", async () => {
    const { accountId, conversationId, contactId, runId } = await arrange();
    await answer(accountId, { conversationId, text: "STOP", kind: "text", now: NOW });
    expect(await endOf(runId)).toMatchObject({ status: "ended" });
    expect((await contactDetail(accountId, contactId)).suppressed).toEqual(["whatsapp"]);
  });

  it("Paid! reaches the goal before the words are a reply", async () => {
    const { accountId, conversationId, runId } = await arrange({ goal: { event: "paid" } });
    await answer(accountId, { conversationId, text: "Paid!", kind: "paid", now: NOW });
    expect(await endOf(runId)).toEqual({ status: "ended", end_reason: "goal_reached" });
  });

  it("an out-of-office notice is recorded and ends nothing", async () => {
    const { accountId, conversationId, runId } = await arrange();
    await answer(accountId, { conversationId, text: "I am on holiday", kind: "automatic", now: NOW });
    expect(await endOf(runId)).toMatchObject({ status: "active" });
    const { messages } = await sandboxPhone(accountId, conversationId);
    expect(messages.at(-1)).toMatchObject({ meaning: "out_of_office" });
  });

  it("opening reports delivered and read once", async () => {
    const { accountId, conversationId } = await arrange();
    expect(await open(accountId, { conversationId, now: NOW })).toEqual({ opened: 1 });
    expect(await open(accountId, { conversationId, now: NOW })).toEqual({ opened: 0 });
    expect((await sandboxPhone(accountId, conversationId)).messages).toMatchObject([{ status: "read" }]);
    const kinds = await database.sql`select kind from ledger where account_id = ${accountId} order by id`;
    expect(kinds.map((row) => row.kind)).toEqual(["delivered", "read"]);
  });

  it("two openings and an answer at once leave one read and one reply", async () => {
    const { accountId, conversationId, runId } = await arrange();
    await Promise.all([
      open(accountId, { conversationId, now: NOW }),
      answer(accountId, { conversationId, text: "Hello", kind: "text", now: NOW }),
      open(accountId, { conversationId, now: NOW }),
    ]);
    expect(await endOf(runId)).toEqual({ status: "ended", end_reason: "replied" });
    const replied =
      await database.sql`select 1 from ledger where account_id = ${accountId} and kind = 'replied'`;
    expect(replied).toHaveLength(1);
  });

  it("resolving the thread ends the run", async () => {
    const { accountId, conversationId, runId } = await arrange();
    const actorId = await makeMember(accountId);
    await database.sql`update enrollments set conversation_id = ${conversationId} where id = ${runId}`;
    await resolveConversation(accountId, { conversationId, actorId, now: NOW });
    expect(await endOf(runId)).toEqual({ status: "ended", end_reason: "resolved" });
    expect((await sandboxPhone(accountId, conversationId)).thread.status).toBe("resolved");
  });

  it("never answers for a contact of a real inbox", async () => {
    const { accountId, conversationId, runId } = await arrange({ provider: "whatsapp_cloud" });
    const notFound = new AppError("not_found");
    const now = NOW;
    await expect(answer(accountId, { conversationId, text: "Hi", kind: "text", now })).rejects.toEqual(
      notFound,
    );
    await expect(open(accountId, { conversationId, now })).rejects.toEqual(notFound);
    await expect(sandboxPhone(accountId, conversationId)).rejects.toEqual(notFound);
    expect(await sandboxThreads(accountId)).toEqual([]);
    expect(await endOf(runId)).toMatchObject({ status: "active" });
  });

  it("is closed to another account", async () => {
    const { conversationId, runId } = await arrange();
    const other = await makeAccount();
    const notFound = new AppError("not_found");
    const text = { text: "Hi", kind: "paid" as const, now: NOW };
    await expect(answer(other, { conversationId, ...text })).rejects.toEqual(notFound);
    await expect(open(other, { conversationId, now: NOW })).rejects.toEqual(notFound);
    await expect(sandboxPhone(other, conversationId)).rejects.toEqual(notFound);
    await expect(resolveConversation(other, { conversationId, actorId: null, now: NOW })).rejects.toEqual(
      notFound,
    );
    expect(await sandboxThreads(other)).toEqual([]);
    expect(await endOf(runId)).toMatchObject({ status: "active" });
  });
});
