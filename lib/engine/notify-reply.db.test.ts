import { describe, expect, it } from "vitest";
import { makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { later, messageFrom, startRun } from "./fixtures/arrange";
import { receive } from "./receive";

const database = useTestDatabase();
const HANDS_OVER = {
  exitRules: { onReply: "any_channel", replyDoes: "pause", onResolution: true },
} as const;
type Started = Awaited<ReturnType<typeof startRun>>;

const hear = ({ accountId, inbox, contact }: Started) => {
  const message = messageFrom(contact.phone);
  return receive(accountId, { inboxId: inbox.id, events: [message, message], now: later(6_000) });
};
const toldOf = ({ accountId }: Started) => database.sql`
  select kind, user_id as "userId", data, read_at is not null as "isRead" from notifications
  where account_id = ${accountId} order by id`;

describe("a reply that holds a run", () => {
  it("is told once to the person who has the run, and is settled when they let it go on", async () => {
    const started = await startRun(HANDS_OVER);
    const assignee = await makeMember(started.accountId, "agent");
    await makeMember(started.accountId);
    await database.sql`update enrollments set assignee_id = ${assignee} where id = ${started.enrollmentId}`;
    await Promise.all([hear(started), hear(started)]);
    const [thread] =
      await database.sql`select id from conversations where contact_id = ${started.contact.id}`;
    expect(await toldOf(started)).toMatchObject([
      {
        ...{ kind: "reply_waits", userId: assignee, isRead: false },
        data: { enrollmentId: started.enrollmentId, conversationId: thread?.id },
      },
    ]);
    await database.sql`
      update enrollments set status = 'active', next_because = 'resumed' where id = ${started.enrollmentId}`;
    expect(await toldOf(started)).toMatchObject([{ isRead: true }]);
  });

  it("is told to the approvers where nobody has the run", async () => {
    const started = await startRun(HANDS_OVER);
    const manager = await makeMember(started.accountId, "manager");
    await hear(started);
    expect(await toldOf(started)).toMatchObject([{ kind: "reply_waits", userId: manager }]);
  });

  it("that ends its run is told to nobody", async () => {
    const started = await startRun();
    await makeMember(started.accountId);
    await hear(started);
    expect(await toldOf(started)).toEqual([]);
  });
});
