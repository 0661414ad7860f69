import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { ModuleSettings } from "@/lib/core/model";
import { pauseEnrollments } from "@/lib/enrollments/control";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";
import { teamWrote } from "./takeover";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;

const runOf = async ({ enrollmentId: id }: Started) =>
  (
    await database.sql`
    select status, end_reason as reason, paused_until as until, next_because as because
    from enrollments where id = ${id}`
  )[0];
const told = async ({ enrollmentId: id }: Started, kind: string) =>
  (
    await database.sql`
    select because->>'code' as code, because->'data' as data from ledger
    where enrollment_id = ${id} and kind = ${kind} order by at, id`
  ).map((row) => ({ code: row.code, data: row.data }));
const countSends = async ({ enrollmentId: id }: Started) =>
  (await database.sql`select count(*)::int as n from messages where enrollment_id = ${id}`)[0]?.n;
const hear = ({ accountId, inbox }: Started, ...events: ProviderEvent[]) =>
  receive(accountId, { inboxId: inbox.id, events, now: later(6_000) });

const HANDS_OVER = {
  exitRules: { onReply: "any_channel", replyDoes: "pause", onResolution: true },
} as const;

describe("a reply to a run that hands replies to a person", () => {
  it("pauses the run without end, gives the thread to who is responsible, and sends nothing more", async () => {
    const started = await startRun(HANDS_OVER);
    const assignee = await makeMember(started.accountId);
    await database.sql`update enrollments set assignee_id = ${assignee} where id = ${started.enrollmentId}`;
    const message = messageFrom(started.contact.phone);
    await Promise.all([hear(started, message), hear(started, message)]);
    expect(await runOf(started)).toMatchObject({ status: "paused", until: null, because: "reply_waits" });
    expect(await told(started, "paused")).toMatchObject([{ code: "replied" }]);
    const [thread] = await database.sql`
      select assignee_id, status from conversations where contact_id = ${started.contact.id}`;
    expect(thread).toEqual({ assignee_id: assignee, status: "open" });
    await advance(started.run, clockAt(later(40 * DAY)));
    expect(await runOf(started)).toMatchObject({ status: "paused", because: "reply_waits" });
    expect(await countSends(started)).toBe(0);
  });

  it("holds it although the pause was lost", async () => {
    const started = await startRun(HANDS_OVER);
    await hear(started, messageFrom(started.contact.phone));
    await database.sql`update enrollments set status = 'active', paused_until = null where id = ${started.enrollmentId}`;
    await advance(started.run, clockAt(later(DAY)));
    expect(await runOf(started)).toMatchObject({ status: "paused", because: "reply_waits" });
    expect(await told(started, "paused")).toHaveLength(2);
    expect(await countSends(started)).toBe(0);
  });

  it("is over for a run that a person lets go on, and a later one pauses it again", async () => {
    const started = await startRun(HANDS_OVER);
    await hear(started, messageFrom(started.contact.phone));
    const resume = () => database.sql`
      update enrollments set status = 'active', paused_until = null, replies_from = ${later(7_000)}
      where id = ${started.enrollmentId}`;
    await resume();
    await advance(started.run, clockAt(later(8_000)));
    expect(await countSends(started)).toBe(1);
    const again = messageFrom(started.contact.phone, { at: later(9_000) });
    await receive(started.accountId, { inboxId: started.inbox.id, events: [again], now: later(10_000) });
    expect(await runOf(started)).toMatchObject({ status: "paused", because: "reply_waits" });
  });

  it("counts when it comes after the person let the run go on, though it was written before", async () => {
    const started = await startRun(HANDS_OVER);
    await hear(started, messageFrom(started.contact.phone));
    await database.sql`
      update enrollments set status = 'active', paused_until = null, replies_from = ${later(7_000)}
      where id = ${started.enrollmentId}`;
    const late = messageFrom(started.contact.phone, { at: later(4_000) });
    await receive(started.accountId, { inboxId: started.inbox.id, events: [late], now: later(8_000) });
    await advance(started.run, clockAt(later(9_000)));
    expect(await runOf(started)).toMatchObject({ status: "paused" });
    expect(await countSends(started)).toBe(0);
  });

  it("does not keep it from ending for what ends every run", async () => {
    const started = await startRun(HANDS_OVER);
    const stop = messageFrom(started.contact.phone, { at: later(5_500), text: "STOP" });
    await hear(started, messageFrom(started.contact.phone), stop);
    expect(await runOf(started)).toMatchObject({ status: "ended", reason: "opted_out" });
  });
});

const awayUntil = (phone: string | null, text: string) => messageFrom(phone, { text, isAutomatic: true });

describe("a notice of absence", () => {
  const office = Array.from({ length: 7 }, () => [{ from: "09:00", to: "18:00" }]);
  const notice = "I am out of the office until 20 March 2026. For urgent matters call my colleague.";

  it("pauses the run to the opening of the day of the return, in the effective zone", async () => {
    const started = await startRun({ settings: { sendingHours: office, timeZone: "America/Sao_Paulo" } });
    await hear(started, awayUntil(started.contact.phone, notice));
    const run = await runOf(started);
    expect(run).toMatchObject({ status: "paused" });
    const opening = new Date("2026-03-20T12:00:00Z");
    const after = new Date(run?.until).getTime() - opening.getTime();
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThan(15 * MINUTE);
    expect(await told(started, "paused")).toMatchObject([
      { code: "out_of_office", data: { returnOn: "2026-03-20", zone: "America/Sao_Paulo" } },
    ]);
    await advance(started.run, clockAt(new Date("2026-03-19T15:00:00Z")));
    expect(await countSends(started)).toBe(0);
    await advance(started.run, clockAt(new Date(run?.until)));
    expect(await countSends(started)).toBe(1);
    expect(await told(started, "resumed")).toMatchObject([{ code: "pause_over" }]);
  });

  it("without a date is only recorded", async () => {
    const started = await startRun();
    await hear(started, awayUntil(started.contact.phone, "I am currently out of the office."));
    expect(await runOf(started)).toMatchObject({ status: "active" });
    expect(await told(started, "automatic_reply")).toMatchObject([{ code: "out_of_office" }]);
  });

  it("never shortens a longer pause, and leaves a person's alone", async () => {
    const started = await startRun();
    await hear(started, awayUntil(started.contact.phone, notice));
    const first = await runOf(started);
    await hear(started, awayUntil(started.contact.phone, notice.replace("20", "15")));
    expect(await runOf(started)).toEqual(first);

    const held = await startRun();
    const until = later(DAY);
    const actorId = await makeMember(held.accountId);
    await pauseEnrollments(held.accountId, { ids: [held.enrollmentId], actorId, now: NOW, until });
    await hear(held, awayUntil(held.contact.phone, notice));
    expect(await runOf(held)).toMatchObject({ status: "paused", until });
  });
});

describe("a person of the team who writes to the contact by hand", () => {
  const start = (takeover: ModuleSettings["takeover"]) => startRun({ settings: { takeover } });
  async function write(started: Started, at = NOW) {
    const actorId = await makeMember(started.accountId);
    const { accountId, contact } = started;
    await withAccountSql(accountId, (tx) =>
      teamWrote(tx, { accountId, contactId: contact.id, actorId, now: at }),
    );
  }

  it("pauses the runs for the hours that the account says, counted from the last word", async () => {
    const started = await start({ does: "pause", hours: 24 });
    await write(started);
    await write(started, later(MINUTE));
    await write(started, later(-MINUTE));
    expect(await runOf(started)).toMatchObject({ status: "paused", until: later(DAY + MINUTE) });
    expect(await told(started, "paused")).toMatchObject([{ code: "agent_wrote" }, { code: "agent_wrote" }]);
    await advance(started.run, clockAt(later(DAY)));
    expect(await countSends(started)).toBe(0);
    await advance(started.run, clockAt(later(DAY + MINUTE)));
    expect(await countSends(started)).toBe(1);
  });

  it("ends them where the account says so", async () => {
    const started = await start({ does: "end", hours: 24 });
    await write(started);
    expect(await runOf(started)).toMatchObject({ status: "ended", reason: "stopped" });
    expect(await told(started, "ended")).toMatchObject([{ code: "agent_wrote" }]);
  });

  it("changes nothing where the account says so, or for another account's contact", async () => {
    const started = await start({ does: "nothing", hours: 24 });
    await write(started);
    const other = await start({ does: "pause", hours: 24 });
    await withAccountSql(other.accountId, (tx) =>
      teamWrote(tx, {
        accountId: other.accountId,
        contactId: started.contact.id,
        actorId: randomUUID(),
        now: NOW,
      }),
    );
    expect(await runOf(started)).toMatchObject({ status: "active" });
  });
});
