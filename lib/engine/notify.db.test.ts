import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { hours, makeWaiting, minutes, NOW, tellOf, wishes } from "@/lib/notifications/fixtures/telling";
import { settleNotifications } from "./notify";

const database = useTestDatabase();
const rowsOf = (accountId: AccountId, userId?: string) =>
  database.sql`
    select user_id as "userId", is_shown as "isShown", read_at as "readAt", mail_at as "mailAt", data
    from notifications where account_id = ${accountId} ${userId ? database.sql`and user_id = ${userId}` : database.sql``}
    order by id`;
const eventsOf = (accountId: AccountId) =>
  database.sql`select event_id from outbox where name = 'notifications/due' and data->>'accountId' = ${accountId}`;

describe("a notification", () => {
  const digest = new Date("2026-03-11T11:00:00Z");

  it.each([
    { inApp: true, byMail: "now", row: { isShown: true, mailAt: NOW }, isEvent: true },
    { inApp: true, byMail: "digest", row: { isShown: true, mailAt: digest }, isEvent: false },
    { inApp: true, byMail: "off", row: { isShown: true, mailAt: null }, isEvent: false },
    { inApp: false, byMail: "now", row: { isShown: false, mailAt: NOW }, isEvent: true },
    { inApp: false, byMail: "digest", row: { isShown: false, mailAt: digest }, isEvent: false },
    { inApp: false, byMail: "off", row: null, isEvent: false },
    { row: { isShown: true, mailAt: digest }, isEvent: false },
  ] as const)("is kept as $inApp in the app and $byMail by mail say", async ({ row, isEvent, ...said }) => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId, "agent");
    await wishes(database.sql, accountId, userId, said);
    await tellOf(accountId, await makeWaiting(accountId), { userIds: [userId] });
    expect(await rowsOf(accountId)).toMatchObject(row ? [row] : []);
    expect(await eventsOf(accountId)).toHaveLength(isEvent ? 1 : 0);
  });

  it("names the contact and the sequence", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    const waiting = await makeWaiting(accountId, "Bruno Lima");
    await tellOf(accountId, waiting, { userIds: [userId] });
    const { draft, run } = waiting;
    await tellOf(accountId, waiting, {
      ...{ userIds: [userId], dedupeKey: "by the run alone" },
      data: { draftId: draft.id, enrollmentId: run.id },
    });
    const names = { contact: "Bruno Lima", sequence: "Unanswered conversation", draftId: draft.id };
    expect((await rowsOf(accountId)).map(({ data }) => data)).toMatchObject([names, names]);
  });

  it("tells a person the same thing once, whoever says it and however often", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    await wishes(database.sql, accountId, userId, { byMail: "now" });
    const waiting = await makeWaiting(accountId);
    const tell = () => tellOf(accountId, waiting, { userIds: [userId, userId] });
    await Promise.all([tell(), tell(), tell(), tell()]);
    await withAccountSql(accountId, (tx) =>
      settleNotifications(tx, accountId, { draftId: waiting.draft.id, now: NOW }),
    );
    await tell();
    expect(await rowsOf(accountId)).toMatchObject([{ readAt: NOW, mailAt: null }]);
  });

  it("goes to nobody who has left, may not decide or is of another account", async () => {
    const [accountId, otherId] = [await makeAccount(), await makeAccount()];
    const [viewer, stranger, agent] = [
      await makeMember(accountId, "viewer"),
      await makeMember(otherId),
      await makeMember(accountId, "agent"),
    ];
    await tellOf(accountId, await makeWaiting(accountId), {
      userIds: [viewer, stranger, randomUUID(), agent],
    });
    expect(await rowsOf(accountId)).toMatchObject([{ userId: agent }]);
    expect(await rowsOf(otherId)).toEqual([]);
  });

  it("goes to the approvers where nobody of those who are named is left", async () => {
    const accountId = await makeAccount();
    const manager = await makeMember(accountId, "manager");
    await makeMember(accountId, "agent");
    const viewer = await makeMember(accountId, "viewer");
    await tellOf(accountId, await makeWaiting(accountId), { userIds: [viewer, randomUUID()] });
    expect(await rowsOf(accountId)).toMatchObject([{ userId: manager }]);
  });

  it("for the approvers goes to administrators and managers", async () => {
    const accountId = await makeAccount();
    const [administrator, manager] = [await makeMember(accountId), await makeMember(accountId, "manager")];
    await makeMember(accountId, "agent");
    await makeMember(accountId, "viewer");
    await tellOf(accountId, await makeWaiting(accountId), { userIds: "approvers" });
    const told = (await rowsOf(accountId)).map(({ userId }) => userId);
    expect(told.sort()).toEqual([administrator, manager].sort());
  });

  it("is of one account for a person of two, with the wishes and the hours of each", async () => {
    const accountId = await makeAccount();
    const otherId = await makeAccount({ settings: { timeZone: "Asia/Kathmandu" } });
    const userId = await makeMember(accountId);
    await database.sql`insert into members (account_id, user_id, role) values (${otherId}, ${userId}, 'agent')`;
    await wishes(database.sql, accountId, userId, { byMail: "off" });
    await tellOf(accountId, await makeWaiting(accountId), { userIds: [userId], dedupeKey: "same" });
    await tellOf(otherId, await makeWaiting(otherId), { userIds: [userId], dedupeKey: "same" });
    expect(await rowsOf(accountId)).toMatchObject([{ mailAt: null }]);
    expect(await rowsOf(otherId)).toMatchObject([{ mailAt: new Date("2026-03-11T02:15:00Z") }]);
  });
});

describe("what was decided", () => {
  const arrange = async () => {
    const accountId = await makeAccount();
    const [first, second] = [await makeMember(accountId), await makeMember(accountId, "agent")];
    const [waiting, other] = [await makeWaiting(accountId), await makeWaiting(accountId)];
    await tellOf(accountId, waiting, { userIds: [first, second] });
    await tellOf(accountId, other, { userIds: [first] });
    return { accountId, first, second, waiting, other };
  };
  const isOpen = ({ readAt, mailAt }: { readAt?: Date | null; mailAt?: Date | null }) => !readAt && mailAt;

  it("is settled for everybody, and nothing else is", async () => {
    const { accountId, waiting, other } = await arrange();
    const settle = { draftId: waiting.draft.id, now: minutes(5) };
    await withAccountSql(accountId, (tx) => settleNotifications(tx, accountId, settle));
    const open = (await rowsOf(accountId)).filter(isOpen);
    expect(open).toMatchObject([{ data: { draftId: other.draft.id } }]);
  });

  it("may stay with the one person who is to decide now", async () => {
    const { accountId, second, waiting } = await arrange();
    const settle = { dedupePrefix: `draft:${waiting.draft.id}`, exceptUserId: second, now: minutes(5) };
    await withAccountSql(accountId, (tx) => settleNotifications(tx, accountId, settle));
    expect((await rowsOf(accountId, second)).filter(isOpen)).toHaveLength(1);
    expect((await rowsOf(accountId)).filter(isOpen)).toHaveLength(2);
  });

  it("keeps when it was read", async () => {
    const { accountId, first, waiting } = await arrange();
    await database.sql`update notifications set read_at = ${NOW} where user_id = ${first}`;
    const settle = { draftId: waiting.draft.id, now: hours(1) };
    await withAccountSql(accountId, (tx) => settleNotifications(tx, accountId, settle));
    expect((await rowsOf(accountId, first))[0]).toMatchObject({ readAt: NOW, mailAt: null });
  });

  it.each([
    [
      "the draft is approved",
      (id: string) => database.sql`update drafts set status = 'approved' where id = ${id}`,
    ],
    [
      "its run ends and takes it back",
      (id: string) =>
        database.sql`update enrollments set status = 'ended', end_reason = 'replied'
          where id = (select enrollment_id from drafts where id = ${id})`,
    ],
    [
      "its run goes past the step",
      (id: string) =>
        database.sql`update enrollments set step_id = null where id = (select enrollment_id from drafts where id = ${id})`,
    ],
  ])("is settled by the database when %s", async (_, change) => {
    const { accountId, waiting, other } = await arrange();
    await change(waiting.draft.id);
    const open = (await rowsOf(accountId)).filter(isOpen);
    expect(open).toMatchObject([{ data: { draftId: other.draft.id } }]);
  });

  it("is settled when a suggestion is taken up", async () => {
    const { accountId, first, waiting } = await arrange();
    const [{ id: suggestionId } = { id: "" }] = await database.sql<{ id: string }[]>`
      insert into ai_suggestions
        (account_id, sequence_id, conversation_id, contact_id, should_enroll, confidence, reason, status)
      values (${accountId}, ${waiting.sequence.sequenceId}, ${randomUUID()}, ${waiting.contact.id}, true, 90, '', 'open')
      returning id`;
    await tellOf(accountId, waiting, {
      ...{ userIds: [first], kind: "suggestion_waiting", dedupeKey: "suggestion" },
      data: { suggestionId, sequenceId: waiting.sequence.sequenceId },
    });
    expect((await rowsOf(accountId, first)).filter(isOpen)).toHaveLength(3);
    await database.sql`update ai_suggestions set status = 'enrolled' where id = ${suggestionId}`;
    expect((await rowsOf(accountId, first)).filter(isOpen)).toHaveLength(2);
  });
});
