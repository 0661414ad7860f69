import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { settleNotifications } from "@/lib/engine/notify";
import { hours, makeWaiting, minutes, NOW, tellOf, wishes } from "./fixtures/telling";
import { markAllRead } from "./mutations";
import { findDueMails, sendNotifications } from "./send";

const database = useTestDatabase();
let smtp: SmtpStub;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(() => smtp.close());
beforeEach(() => {
  process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
  process.env.MAIL_FROM = "Follow-ups <notices@app.example>";
});

const mailsTo = (userId: string) => smtp.mails.filter(({ to }) => to.some((one) => one.includes(userId)));
const textOf = (userId: string, index = -1) => mailsTo(userId).at(index)?.text ?? "";

/** An account with a person who wants to be mailed at once. */
async function arrange(byMail: "now" | "digest" = "now") {
  const accountId = await makeAccount({ name: "Sol Shop" });
  const userId = await makeMember(accountId, "agent");
  await wishes(database.sql, accountId, userId, { byMail });
  const tell = async (name: string, now = NOW, of = [userId]) => {
    const waiting = await makeWaiting(accountId, name);
    await tellOf(accountId, waiting, { userIds: of, now });
    return waiting;
  };
  return { accountId, userId, tell };
}

describe("a mail", () => {
  it("says in one sentence what waits, and where, in the reader's language", async () => {
    const { accountId, userId, tell } = await arrange();
    await database.sql`update users set locale = 'pt-BR' where id = ${userId}`;
    const { draft } = await tell("Ana\nSouza");
    expect(await sendNotifications(accountId, NOW)).toEqual({ sent: 1, unknown: 0, givenBack: 0 });
    const [mail] = mailsTo(userId);
    expect(mail?.headers.subject).toBe(
      "Sol Shop: Uma mensagem para Ana Souza em Unanswered conversation espera a sua aprovação.",
    );
    expect(mail?.text).toContain(`/t-${accountId}/approvals?draft=${draft.id}`);
    expect(mail?.text).toContain(`/t-${accountId}/settings/notifications`);
  });

  it("comes at most once in five minutes, and then with all that came in between", async () => {
    const { accountId, userId, tell } = await arrange();
    await tell("First");
    await sendNotifications(accountId, NOW);
    await tell("Second", minutes(1));
    await tell("Third", minutes(3));
    expect(await sendNotifications(accountId, minutes(4))).toMatchObject({ sent: 0 });
    expect(await findDueMails(minutes(4))).toBe(0);
    expect(await findDueMails(minutes(5))).toBe(1);
    expect(await sendNotifications(accountId, minutes(5))).toMatchObject({ sent: 1 });
    expect(mailsTo(userId)).toHaveLength(2);
    expect(textOf(userId)).toMatch(/Third[\s\S]*Second/);
    expect(textOf(userId)).not.toContain("First");
    expect(await sendNotifications(accountId, minutes(30))).toMatchObject({ sent: 0 });
  });

  it("is one, however many senders there are at the same moment", async () => {
    const { accountId, userId, tell } = await arrange();
    const other = await makeMember(accountId);
    await wishes(database.sql, accountId, other, { byMail: "now" });
    await tell("First", NOW, [userId, other]);
    await tell("Second", NOW, [userId, other]);
    const sending = Array.from({ length: 5 }, () => sendNotifications(accountId, NOW));
    const done = await Promise.all(sending);
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
    expect([mailsTo(userId).length, mailsTo(other).length]).toEqual([1, 1]);
  });

  it("comes once a day to whoever wants it so, when their hour strikes in the account's zone", async () => {
    const { accountId, userId, tell } = await arrange("digest");
    await tell("First");
    await tell("Second", hours(3));
    await sendNotifications(accountId, new Date("2026-03-11T10:59:00Z"));
    expect(mailsTo(userId)).toHaveLength(0);
    await sendNotifications(accountId, new Date("2026-03-11T11:00:00Z"));
    expect(mailsTo(userId)).toHaveLength(1);
    expect(textOf(userId)).toMatch(/Second[\s\S]*First/);
  });

  it("says nothing of what was decided, read or taken back meanwhile", async () => {
    const { accountId, userId, tell } = await arrange();
    const decided = await tell("Decided");
    const ended = await tell("Ended");
    await withAccountSql(accountId, (tx) =>
      settleNotifications(tx, accountId, { draftId: decided.draft.id, now: NOW }),
    );
    await database.sql`
      update enrollments set status = 'ended', end_reason = 'replied' where id = ${ended.run.id}`;
    expect(await sendNotifications(accountId, NOW)).toMatchObject({ sent: 0 });
    await tell("Read");
    const [newest] = await database.sql<{ id: string }[]>`
      select id from notifications where user_id = ${userId} order by id desc limit 1`;
    await markAllRead(accountId, { upToId: newest?.id ?? "", userId, now: NOW });
    expect(await sendNotifications(accountId, NOW)).toMatchObject({ sent: 0 });
    await tell("Open");
    await sendNotifications(accountId, NOW);
    expect(textOf(userId)).toContain("Open");
    expect(textOf(userId)).not.toMatch(/Decided|Ended|Read/);
  });

  it("goes to nobody who has left or lost the right, and not later either", async () => {
    const { accountId, userId, tell } = await arrange();
    const leaver = await makeMember(accountId);
    await wishes(database.sql, accountId, leaver, { byMail: "now" });
    await tell("First", NOW, [userId, leaver]);
    await database.sql`delete from members where user_id = ${leaver}`;
    await database.sql`update members set role = 'viewer' where user_id = ${userId}`;
    expect(await sendNotifications(accountId, NOW)).toMatchObject({ sent: 0 });
    await database.sql`update members set role = 'agent' where user_id = ${userId}`;
    expect(await sendNotifications(accountId, minutes(10))).toMatchObject({ sent: 0 });
    expect([...mailsTo(userId), ...mailsTo(leaver)]).toEqual([]);
  });

  it("speaks of one account alone to a person of two", async () => {
    const { accountId, userId, tell } = await arrange();
    const otherId = await makeAccount({ name: "Lua Shop" });
    await database.sql`insert into members (account_id, user_id, role) values (${otherId}, ${userId}, 'agent')`;
    await wishes(database.sql, otherId, userId, { byMail: "now" });
    await tell("Ours");
    await tellOf(otherId, await makeWaiting(otherId, "Theirs"), { userIds: [userId] });
    await sendNotifications(accountId, NOW);
    expect(mailsTo(userId)).toHaveLength(1);
    expect(textOf(userId)).not.toContain("Theirs");
    await sendNotifications(otherId, NOW);
    expect(mailsTo(userId)).toHaveLength(2);
    expect(mailsTo(userId).at(-1)?.headers.subject).toMatch(/^Lua Shop: /);
  });

  it("stays readable when very much waits", async () => {
    const { accountId, userId } = await arrange();
    const waiting = await makeWaiting(accountId);
    for (let count = 0; count < 30; count++) {
      await tellOf(accountId, waiting, { userIds: [userId], dedupeKey: `key ${count}` });
    }
    await sendNotifications(accountId, NOW);
    expect(mailsTo(userId)[0]?.headers.subject).toBe("Sol Shop: 30 things wait for you");
    expect(textOf(userId).match(/^- /gm)).toHaveLength(25);
    expect(textOf(userId)).toContain("And 5 more.");
  });
});

describe("a mail that the server did not take", () => {
  const unsent = async (accountId: AccountId) =>
    (
      await database.sql`
        select mail_at as "mailAt", mailed_at as "mailedAt" from notifications where account_id = ${accountId}`
    )[0];

  it("is tried again later when surely nobody got it", async () => {
    const { accountId, userId, tell } = await arrange();
    await tell("First");
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    expect(await sendNotifications(accountId, NOW)).toEqual({ sent: 0, unknown: 0, givenBack: 1 });
    expect(await unsent(accountId)).toEqual({ mailAt: minutes(5), mailedAt: null });
    process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
    expect(await sendNotifications(accountId, minutes(4))).toMatchObject({ sent: 0 });
    expect(await sendNotifications(accountId, minutes(5))).toMatchObject({ sent: 1 });
    expect(mailsTo(userId)).toHaveLength(1);
  });

  it("is never sent again when somebody may have got it", async () => {
    const { accountId, tell } = await arrange();
    await tell("First");
    smtp.failNext({ at: "data", drop: true });
    expect(await sendNotifications(accountId, NOW)).toEqual({ sent: 0, unknown: 1, givenBack: 0 });
    expect(await unsent(accountId)).toEqual({ mailAt: null, mailedAt: NOW });
    expect(await sendNotifications(accountId, hours(1))).toMatchObject({ sent: 0, unknown: 0 });
  });

  it("is not given back where it was settled while it was under way", async () => {
    const { accountId, tell } = await arrange();
    const { draft } = await tell("First");
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    const settle = withAccountSql(accountId, (tx) =>
      settleNotifications(tx, accountId, { draftId: draft.id, now: NOW }),
    );
    await Promise.all([sendNotifications(accountId, NOW), settle]);
    expect((await unsent(accountId))?.mailAt).toBeNull();
  });

  it("takes no other person's mail with it, and is given up after three days", async () => {
    const { accountId, userId, tell } = await arrange();
    const other = await makeMember(accountId);
    await wishes(database.sql, accountId, other, { byMail: "now" });
    await tell("First", NOW, [userId, other]);
    smtp.failNext({ at: "rcpt", reply: 550, message: "5.1.1 No such user" });
    expect(await sendNotifications(accountId, NOW)).toEqual({ sent: 1, unknown: 0, givenBack: 1 });
    const before = mailsTo(userId).length + mailsTo(other).length;
    expect(await sendNotifications(accountId, hours(73))).toEqual({ sent: 0, unknown: 0, givenBack: 0 });
    expect(mailsTo(userId).length + mailsTo(other).length).toBe(before);
    expect(await findDueMails(hours(80))).toBe(0);
  });

  it("waits in the app where this installation has no mail server", async () => {
    const { accountId, tell } = await arrange();
    await tell("First");
    delete process.env.MAIL_URL;
    expect(await sendNotifications(accountId, NOW)).toEqual({ sent: 0, unknown: 0, givenBack: 0 });
    expect(await findDueMails(NOW)).toBe(0);
    expect(await unsent(accountId)).toEqual({ mailAt: NOW, mailedAt: null });
  });
});
