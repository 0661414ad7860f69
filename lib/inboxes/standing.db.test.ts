import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { raiseAlert, resolveAlert } from "@/lib/engine/alerts";
import { pauseInbox } from "@/lib/engine/inbox-health";
import { standingsOf } from "./standing";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY = 86_400_000;

let account: AccountId;
let inboxId: string;
const limited = { limits: { ...NO_INBOX_LIMITS, perDay: 100 } };
const standing = async (id = inboxId, now = NOW) => {
  const { inboxes } = await standingsOf(account, { id, now });
  return inboxes[0];
};

beforeEach(async () => {
  account = await makeAccount();
  inboxId = (await makeInbox(account, limited)).id;
});

async function queue(count: number) {
  const sequence = await makeSequence(account);
  for (let n = 0; n < count; n++) {
    const contact = await makeContact(account);
    const { id } = await makeEnrollment(account, sequence, contact.id);
    await database.sql`update enrollments set queued_inbox_id = ${inboxId}, queued_at = ${NOW} where id = ${id}`;
  }
}

describe("how an inbox stands", () => {
  it("counts what the claims counted today, and nothing of yesterday", async () => {
    const startsAt = new Date("2026-03-10T03:00:00Z");
    await database.sql`
      insert into pace_buckets (account_id, inbox_id, span, starts_at, used)
      values (${account}, ${inboxId}, 'day', ${startsAt}, 40)`;
    expect(await standing()).toMatchObject({
      sentToday: { value: 40, isMore: false },
      dayLimit: { limit: 100, isWarmUp: false },
    });
    expect(await standing(inboxId, later(DAY))).toMatchObject({ sentToday: { value: 0 } });
  });

  it("counts the messages themselves where nothing limits the inbox", async () => {
    const { id } = await makeInbox(account);
    const sequence = await makeSequence(account);
    for (const at of [NOW, NOW, later(-2 * DAY)]) {
      const contact = await makeContact(account);
      const run = await makeEnrollment(account, sequence, contact.id);
      const [thread] = await database.sql`
        insert into conversations (account_id, inbox_id, contact_id, last_message_at)
        values (${account}, ${id}, ${contact.id}, ${at}) returning id`;
      await database.sql`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, inbox_id,
          conversation_id, sent_at)
        values (${account}, ${run.id}, ${contact.id}, gen_random_uuid(), 0, 'sent', ${id}, ${thread?.id}, ${at})`;
    }
    expect(await standing(id)).toMatchObject({ sentToday: { value: 2, isMore: false }, dayLimit: null });
  });

  it("says who waits and about until when, and of a paused one that nobody knows", async () => {
    await database.sql`
      insert into pace_buckets (account_id, inbox_id, span, starts_at, used)
      values (${account}, ${inboxId}, 'day', ${later(-3_600_000)}, 100)`;
    await queue(3);
    const waiting = await standing();
    expect(waiting).toMatchObject({ waiting: { value: 3, isMore: false }, paused: null });
    expect(new Date(waiting?.waitsUntil ?? 0) > NOW).toBe(true);
    await withAccountSql(account, (tx) =>
      pauseInbox(tx, account, {
        ...{ inboxId, code: "190", detail: "The token is not valid", probeAfterSeconds: 3_600, now: NOW },
      }),
    );
    expect(await standing()).toMatchObject({
      ...{ status: "paused", waiting: { value: 3 }, waitsUntil: null },
      paused: {
        by: "engine",
        code: "190",
        since: NOW.toISOString(),
        probeAt: later(3_600_000).toISOString(),
      },
    });
  });

  it("keeps the last trouble in view for some days after it is over", async () => {
    const about = { kind: "inbox_notice" as const, dedupeKey: "one", inboxId, data: { inbox: "A" } };
    await withAccountSql(account, async (tx) => {
      await raiseAlert(tx, account, { ...about, now: NOW });
      expect((await standing())?.trouble).toBeNull();
    });
    expect(await standing()).toMatchObject({ trouble: { kind: "inbox_notice", isOpen: true } });
    await withAccountSql(account, (tx) => resolveAlert(tx, account, { dedupeKey: "one", now: NOW }));
    expect(await standing(inboxId, later(DAY))).toMatchObject({ trouble: { isOpen: false } });
    expect((await standing(inboxId, later(8 * DAY)))?.trouble).toBeNull();
  });

  it("is told to its own account alone", async () => {
    const stranger = await makeAccount();
    expect(await standingsOf(stranger, { id: inboxId, now: NOW })).toMatchObject({ inboxes: [] });
  });
});
