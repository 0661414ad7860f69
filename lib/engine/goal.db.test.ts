import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "./advance";
import { clockAt, later, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { recordContactEvent } from "./goal";
import { receive } from "./receive";
import { resolveConversation } from "./resolve";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;
const runOf = async (id: string) =>
  (await database.sql`select status, end_reason from enrollments where id = ${id}`)[0];

const happen = (
  { accountId, contact }: Started,
  over: Partial<Parameters<typeof recordContactEvent>[1]> = {},
) =>
  recordContactEvent(accountId, {
    ...{
      contactId: contact.id,
      name: "paid",
      dedupeKey: randomUUID(),
      data: { amount: 5 },
      now: later(1000),
    },
    ...over,
  });

describe("the goal of a sequence", () => {
  it("ends the run when its event happens, once, however often it is reported", async () => {
    const started = await startRun({ goal: { event: "paid" } });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => happen(started, { dedupeKey: "invoice-7" })),
    );
    expect(answers.flatMap((answer) => answer.ended)).toEqual([started.enrollmentId]);
    expect(await runOf(started.enrollmentId)).toEqual({ status: "ended", end_reason: "goal_reached" });
    const told = await database.sql`
      select kind from ledger where enrollment_id = ${started.enrollmentId} and kind in ('ended', 'goal_reached')
      order by kind`;
    expect(told.map((row) => row.kind)).toEqual(["goal_reached", "ended"]);
  });

  it("is not another event, nor the same one from before the enrollment", async () => {
    const started = await startRun({ goal: { event: "paid" } });
    await happen(started, { name: "viewed" });
    await happen(started, { now: later(-1000) });
    expect(await runOf(started.enrollmentId)).toMatchObject({ status: "active" });
  });

  it("of an unknown contact, or one of another account, is not found", async () => {
    const [one, two] = [await startRun({ goal: { event: "paid" } }), await startRun()];
    await expect(happen(one, { contactId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
    await expect(happen({ ...one, accountId: two.accountId })).rejects.toMatchObject({ code: "not_found" });
    expect(await runOf(one.enrollmentId)).toMatchObject({ status: "active" });
  });
});

describe("resolving a conversation", () => {
  async function linked(onResolution: boolean) {
    const started = await startRun({ exitRules: { onReply: "any_channel", replyDoes: "end", onResolution } });
    await advance(started.run, clockAt(NOW));
    const [thread] = await database.sql<{ id: string }[]>`
      select conversation_id as id from messages where enrollment_id = ${started.enrollmentId}`;
    const conversationId = thread?.id ?? "";
    await database.sql`
      update enrollments set conversation_id = ${conversationId} where id = ${started.enrollmentId}`;
    return { ...started, conversationId };
  }
  const resolve = ({ accountId, conversationId }: Awaited<ReturnType<typeof linked>>) =>
    resolveConversation(accountId, { conversationId, actorId: null, now: later(1000) });

  it("ends the run that is about it, once", async () => {
    const started = await linked(true);
    const answers = await Promise.all([resolve(started), resolve(started), resolve(started)]);
    expect(answers.flatMap((answer) => answer.ended)).toEqual([started.enrollmentId]);
    expect(await runOf(started.enrollmentId)).toEqual({ status: "ended", end_reason: "resolved" });
  });

  it("leaves a run whose sequence does not end on it, and is taken back by the next message", async () => {
    const started = await linked(false);
    expect(await resolve(started)).toMatchObject({ ended: [] });
    expect(await runOf(started.enrollmentId)).toMatchObject({ status: "active" });
    const { accountId, inbox, contact, conversationId } = started;
    const message = messageFrom(contact.phone);
    await receive(accountId, { inboxId: inbox.id, events: [message], now: later(6000) });
    const [thread] =
      await database.sql`select status, resolved_at from conversations where id = ${conversationId}`;
    expect(thread).toEqual({ status: "open", resolved_at: null });
  });

  it("of another account is not found", async () => {
    const [one, two] = [await linked(true), await startRun()];
    await expect(resolve({ ...one, accountId: two.accountId })).rejects.toMatchObject({ code: "not_found" });
    expect(await runOf(one.enrollmentId)).toMatchObject({ status: "active" });
  });
});
