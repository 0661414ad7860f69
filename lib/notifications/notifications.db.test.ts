import { describe, expect, it } from "vitest";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { DEFAULT_NOTIFICATION_PREFERENCES } from "@/lib/core/model-maestro";
import { signUpMember } from "@/scripts/test/sign-in";
import { changePreferencesAction } from "./actions";
import { listNotifications, preferencesOf, unreadOf } from "./data";
import { makeWaiting, minutes, NOW, tellOf, wishes } from "./fixtures/telling";
import { changePreferences, markAllRead, markRead } from "./mutations";

const database = useTestDatabase();

async function arrange(count = 0) {
  const accountId = await makeAccount();
  const userId = await makeMember(accountId);
  const waiting = await makeWaiting(accountId);
  const tell = (key: string | number, of = userId) =>
    tellOf(accountId, waiting, { userIds: [of], dedupeKey: `key ${key}`, now: NOW });
  for (let index = 0; index < count; index++) await tell(index);
  const list = (asked: Parameters<typeof listNotifications>[2] = {}) =>
    listNotifications(accountId, userId, asked);
  return { accountId, userId, tell, list };
}

describe("the list", () => {
  it("shows a person what they were told, the newest first, page by page", async () => {
    const { list } = await arrange(5);
    const first = await list({ size: 2 });
    const second = await list({ size: 2, after: first.next ?? "" });
    const third = await list({ size: 2, after: second.next ?? "" });
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(third.next).toBeNull();
    expect(await list({ size: 2, before: third.previous ?? "" })).toMatchObject({ rows: second.rows });
  });

  it("shows nothing of a colleague, of another account, or that is wanted by mail alone", async () => {
    const { accountId, userId, tell, list } = await arrange(1);
    const colleague = await makeMember(accountId);
    await tell("theirs", colleague);
    await wishes(database.sql, accountId, userId, { inApp: false, byMail: "now" });
    await tell("mailed");
    const otherId = await makeAccount();
    await database.sql`insert into members (account_id, user_id, role) values (${otherId}, ${userId}, 'agent')`;
    await tellOf(otherId, await makeWaiting(otherId), { userIds: [userId] });
    expect((await list()).rows).toHaveLength(1);
    expect(await unreadOf(accountId, userId)).toMatchObject({ count: 1 });
    expect(await unreadOf(otherId, userId)).toMatchObject({ count: 1 });
  });

  it("counts the unread, and says which is the newest", async () => {
    const { accountId, userId, list } = await arrange(3);
    const { rows } = await list();
    expect(await unreadOf(accountId, userId)).toEqual({ count: 3, newest: rows[0] });
    await markRead(accountId, { ids: [rows[0]?.id ?? ""], userId, now: NOW });
    expect(await unreadOf(accountId, userId)).toEqual({ count: 2, newest: rows[1] });
    expect((await list({ unread: "1" })).rows).toEqual(rows.slice(1));
    expect((await list()).rows).toHaveLength(3);
  });
});

describe("reading", () => {
  it("marks only one's own, and takes their mails back", async () => {
    const { accountId, userId, list } = await arrange(1);
    const colleague = await makeMember(accountId);
    const ids = (await list()).rows.map(({ id }) => id);
    expect(await markRead(accountId, { ids, userId: colleague, now: NOW })).toEqual({ read: 0 });
    expect(await markRead(await makeAccount(), { ids, userId, now: NOW })).toEqual({ read: 0 });
    expect(await markRead(accountId, { ids, userId, now: NOW })).toEqual({ read: 1 });
    expect(await markRead(accountId, { ids, userId, now: minutes(1) })).toEqual({ read: 0 });
    const [row] =
      await database.sql`select read_at, mail_at from notifications where account_id = ${accountId}`;
    expect(row).toEqual({ read_at: NOW, mail_at: null });
  });

  it("of all leaves unread what came after the newest that was on the screen", async () => {
    const { accountId, userId, tell, list } = await arrange(3);
    const upToId = (await list()).rows[0]?.id ?? "";
    await tell("late");
    expect(await markAllRead(accountId, { upToId, userId, now: NOW })).toEqual({ read: 3 });
    expect(await unreadOf(accountId, userId)).toMatchObject({ count: 1 });
  });
});

describe("wishes", () => {
  it("are kept, and hold what was not mailed yet", async () => {
    const { accountId, userId, tell } = await arrange();
    const mailAt = async () =>
      (await database.sql`select mail_at as at from notifications where account_id = ${accountId}`)[0]?.at;
    await tell("one");
    expect(await mailAt()).toEqual(new Date("2026-03-11T11:00:00Z"));
    const change = (byMail: "now" | "digest" | "off", digestAt = "08:00") =>
      changePreferences(accountId, {
        preferences: { inApp: {}, byMail: { draft_waiting: byMail }, digestAt },
        ...{ userId, now: minutes(10) },
      });
    await change("digest", "18:00");
    expect(await mailAt()).toEqual(new Date("2026-03-10T21:00:00Z"));
    await change("now");
    expect(await mailAt()).toEqual(minutes(10));
    await change("off");
    expect(await mailAt()).toBeNull();
    await change("now");
    expect(await mailAt()).toBeNull();
  });

  it("belong to the person and the account alone", async () => {
    const { accountId, userId } = await arrange();
    const otherId = await makeAccount();
    const preferences = { inApp: { reply_waits: false }, byMail: {}, digestAt: "21:00" };
    await changePreferences(accountId, { preferences, userId, now: NOW });
    expect(await preferencesOf(accountId, userId)).toEqual(preferences);
    expect(await preferencesOf(otherId, userId)).toEqual(DEFAULT_NOTIFICATION_PREFERENCES);
    expect(await preferencesOf(accountId, await makeMember(accountId))).toEqual(
      DEFAULT_NOTIFICATION_PREFERENCES,
    );
  });

  it.each([
    [{ digestAt: "24:00" }],
    [{ digestAt: "08:30" }],
    [{ byMail: { draft_waiting: "hourly" } }],
    [{ inApp: { no_such_kind: true } }],
  ])("refuse %o", async (wrong) => {
    const accountId = await makeAccount();
    const viewer = await signUpMember(accountId, "viewer");
    const preferences = {
      ...DEFAULT_NOTIFICATION_PREFERENCES,
      ...wrong,
    } as typeof DEFAULT_NOTIFICATION_PREFERENCES;
    const answer = await viewer.ask(() =>
      changePreferencesAction({ account: `t-${accountId}`, preferences }),
    );
    expect(answer?.validationErrors).toBeDefined();
    expect(
      await database.sql`select from notification_preferences where account_id = ${accountId}`,
    ).toHaveLength(0);
  });
});
