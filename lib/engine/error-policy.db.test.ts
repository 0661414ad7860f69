import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeContact, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun, templateStep } from "./fixtures/arrange";
import { refusal, scriptProvider, trouble } from "./fixtures/scripted";
import { resumeInbox } from "./inbox-health";
import { liftBlocks } from "./step-blocks";

const database = useTestDatabase();
let provider: ReturnType<typeof scriptProvider>;
beforeEach(() => {
  provider = scriptProvider();
});

type Started = Awaited<ReturnType<typeof startRun>>;
const steps = [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })];

/** As many runs as wanted of one sequence, all of them due. */
async function startMany(count: number): Promise<Started & { runs: Started["run"][] }> {
  const started = await startRun({ steps });
  const { accountId, sequence, run } = started;
  const contacts = await Promise.all(Array.from({ length: count - 1 }, () => makeContact(accountId)));
  const { enrolled } = await enroll(accountId, {
    ...{ sequenceId: sequence.sequenceId, contactIds: contacts.map(({ id }) => id), actorId: null, now: NOW },
  });
  return {
    ...started,
    runs: [run, ...enrolled.map(({ enrollmentId }) => ({ accountId, enrollmentId, driver: 1 }))],
  };
}
const inboxOf = async ({ inbox }: Started) =>
  (await database.sql`select * from inboxes where id = ${inbox.id}`)[0];
const alertsOf = ({ accountId }: Started) => database.sql`
  select kind, count, resolved_at, data from alerts where account_id = ${accountId} order by id`;
const messagesOf = ({ accountId }: Started) => database.sql`
  select status, attempts, error_code from messages where account_id = ${accountId} order by id`;
const resume = ({ accountId, inbox }: Started, by: "person" | "engine", now: Date) =>
  withAccountSql(accountId, (tx) => resumeInbox(tx, accountId, { inboxId: inbox.id, by, now }));

describe("a wrong token", () => {
  it("pauses the inbox once and burns no attempt, also with 100 sends in flight", async () => {
    const many = await startMany(100);
    provider.next(...Array.from({ length: 100 }, () => refusal("pause_inbox")));
    const turns = await Promise.all(many.runs.map((run) => advance(run, clockAt(NOW))));
    expect(new Set(turns.map(({ kind }) => kind))).toEqual(new Set(["wait"]));
    expect(await inboxOf(many)).toMatchObject({ status: "paused", paused_by: "engine", paused_code: "190" });
    const messages = await messagesOf(many);
    expect(messages).toHaveLength(provider.calls.length);
    expect(new Set(messages.map((one) => `${one.status} ${one.attempts}`))).toEqual(new Set(["scheduled 0"]));
    expect(await alertsOf(many)).toMatchObject([{ kind: "inbox_paused", count: 1, resolved_at: null }]);
    const { length } = provider.calls;
    await Promise.all(many.runs.map((run) => advance(run, clockAt(later(MINUTE)))));
    expect(provider.calls).toHaveLength(length);
  });
});

describe("too much trouble in a row", () => {
  it("pauses the inbox after twenty at the latest, longer after each vain try, and is forgotten with the first success", async () => {
    const many = await startMany(26);
    const [one, ...rest] = many.runs;
    provider.next(...Array.from({ length: 19 }, () => trouble));
    for (const run of rest.slice(0, 19)) await advance(run, clockAt(NOW));
    expect(await inboxOf(many)).toMatchObject({ status: "active", troubles: 19 });
    provider.next(trouble);
    await advance(rest[19] ?? many.run, clockAt(NOW));
    expect(await inboxOf(many)).toMatchObject({
      ...{ status: "paused", paused_code: "too_much_trouble", probe_at: later(MINUTE) },
    });
    await resume(many, "engine", later(MINUTE));
    expect(await inboxOf(many)).toMatchObject({ status: "active", probes: 1, troubles: 0 });
    await database.sql`update inboxes set troubles = 2 where id = ${many.inbox.id}`;
    provider.next(trouble);
    await advance(rest[20] ?? many.run, clockAt(later(MINUTE)));
    expect(await inboxOf(many)).toMatchObject({ status: "paused", probe_at: later(3 * MINUTE) });
    await resume(many, "engine", later(3 * MINUTE));
    if (one) await advance(one, clockAt(later(3 * MINUTE)));
    expect(await inboxOf(many)).toMatchObject({ status: "active", probes: 0, troubles: 0 });
    expect((await alertsOf(many)).map((alert) => alert.resolved_at !== null)).toEqual([true, true]);
  });

  it("is not in a row where something was taken between, and costs no write while all is well", async () => {
    const many = await startMany(12);
    const before = await inboxOf(many);
    for (const [index, run] of many.runs.entries()) {
      if (index % 3 > 0) provider.next(trouble);
      await advance(run, clockAt(NOW));
    }
    expect((await inboxOf(many))?.troubles).toBeLessThan(4);
    const [row] = await database.sql`select xmin from inboxes where id = ${many.inbox.id}`;
    const well = await startMany(2);
    const [fresh] = await database.sql`select xmin from inboxes where id = ${well.inbox.id}`;
    for (const run of well.runs) await advance(run, clockAt(NOW));
    expect((await database.sql`select xmin from inboxes where id = ${well.inbox.id}`)[0]).toEqual(fresh);
    expect(row).toBeDefined();
    expect(before?.status).toBe("active");
  });

  it("a provider that slows us down lets the inbox rest and burns no attempt", async () => {
    const many = await startMany(30);
    const slowed = {
      kind: "retry",
      afterSeconds: 45,
      slows: "inbox",
      code: "429",
      detail: "Slow down",
    } as const;
    provider.next(...Array.from({ length: 30 }, () => slowed));
    await Promise.all(many.runs.map((run) => advance(run, clockAt(NOW))));
    expect(await inboxOf(many)).toMatchObject({ status: "active" });
    const [pace] = await database.sql`select rest_until from inbox_paces where inbox_id = ${many.inbox.id}`;
    expect(pace).toEqual({ rest_until: later(45_000) });
    const messages = await messagesOf(many);
    expect(new Set(messages.map((one) => `${one.status} ${one.attempts}`))).toEqual(new Set(["scheduled 0"]));
  });
});

describe("a step that the provider refuses as it is", () => {
  const block = refusal("block_step", { code: "132001", detail: "No such template" });

  it("waits without an attempt lost until the block is lifted, and is sent then", async () => {
    const started = await startRun({ steps: [templateStep(), ...steps.slice(1)] });
    provider.next(block);
    await advance(started.run, clockAt(NOW));
    const [run] =
      await database.sql`select next_because, status from enrollments where id = ${started.enrollmentId}`;
    expect(run).toEqual({ next_because: "step_blocked", status: "active" });
    expect(await messagesOf(started)).toMatchObject([
      { status: "scheduled", attempts: 0, error_code: "132001" },
    ]);
    await advance(started.run, clockAt(later(DAY)));
    expect(provider.calls).toHaveLength(1);
    expect(await alertsOf(started)).toMatchObject([
      { kind: "step_blocked", data: { code: "132001", template: "follow_up" } },
    ]);
    const { accountId, inbox } = started;
    const lift = {
      inboxId: inbox.id,
      templateName: "follow_up",
      language: "en",
      actorId: null,
      now: later(DAY),
    };
    expect(await withAccountSql(accountId, (tx) => liftBlocks(tx, accountId, lift))).toBe(1);
    await advance(started.run, clockAt(later(DAY)));
    expect(await messagesOf(started)).toMatchObject([{ status: "sent", attempts: 1 }]);
  });

  it("holds back nothing that goes out without what it is about", async () => {
    const started = await startRun({ steps: [templateStep(), makeStep()] });
    provider.next(block);
    await advance(started.run, clockAt(NOW));
    await database.sql`update step_blocks set template_name = 'another' where account_id = ${started.accountId}`;
    await advance(started.run, clockAt(later(MINUTE)));
    expect(provider.taken.length).toBeGreaterThan(0);
  });
});

describe("a refusal that a person has to judge", () => {
  it("fails the message, is asked once, and the run goes on", async () => {
    const started = await startRun({ steps });
    provider.next(refusal("ask_person", { code: "100", detail: "No: +5511987654321" }));
    expect(await advance(started.run, clockAt(NOW))).toEqual({
      kind: "wait",
      until: later(DAY).toISOString(),
    });
    const [asked] =
      await database.sql`select status, asked_at from messages where account_id = ${started.accountId}`;
    expect(asked).toEqual({ status: "failed", asked_at: NOW });
    expect(await alertsOf(started)).toMatchObject([{ kind: "sends_refused", data: { code: "100" } }]);
    expect(JSON.stringify(await alertsOf(started))).not.toContain("987654321");
  });
});
