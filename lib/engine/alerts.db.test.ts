import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Alert, raiseAlert, resolveAlert } from "./alerts";
import { later, NOW, startRun } from "./fixtures/arrange";
import { pauseInbox, resumeInbox } from "./inbox-health";
import { blockStep, liftBlocks } from "./step-blocks";

const database = useTestDatabase();
const alertsOf = (accountId: AccountId) => database.sql`
  select kind, dedupe_key, data, count, resolved_at from alerts where account_id = ${accountId} order by id`;

const notice = (over: Partial<Alert> = {}): Alert => ({
  ...{ kind: "inbox_notice", dedupeKey: "notice:1", data: { detail: "first" }, now: NOW },
  ...over,
});
const raise = (accountId: AccountId, over: Partial<Alert> = {}) =>
  withAccountSql(accountId, (tx) => raiseAlert(tx, accountId, notice(over)));
const resolve = (accountId: AccountId) =>
  withAccountSql(accountId, (tx) =>
    resolveAlert(tx, accountId, { dedupeKey: "notice:1", now: later(60_000) }),
  );

describe("alerts", () => {
  it("are open once for each thing, count what comes again and say the newest", async () => {
    const accountId = await makeAccount();
    const raised = await Promise.all(Array.from({ length: 20 }, () => raise(accountId)));
    expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1);
    await raise(accountId, { data: { detail: "last" } });
    expect(await alertsOf(accountId)).toMatchObject([
      { count: 21, data: { detail: "last" }, resolved_at: null },
    ]);
    const told = await database.sql`
      select from outbox where name = 'alert/raised' and data->>'accountId' = ${accountId}`;
    expect(told).toHaveLength(1);
  });

  it("are over once, and the same thing again is a new one", async () => {
    const accountId = await makeAccount();
    await raise(accountId);
    expect([await resolve(accountId), await resolve(accountId)]).toEqual([true, false]);
    expect(await raise(accountId)).toEqual({ isNew: true });
    expect(await alertsOf(accountId)).toHaveLength(2);
  });

  it("of another account are out of reach", async () => {
    const [own, other] = [await makeAccount(), await makeAccount()];
    await raise(own);
    expect(await resolve(other)).toBe(false);
  });
});

describe("an inbox that the engine pauses", () => {
  const pause = (
    accountId: AccountId,
    inboxId: string,
    over: Partial<Parameters<typeof pauseInbox>[2]> = {},
  ) =>
    withAccountSql(accountId, (tx) =>
      pauseInbox(tx, accountId, {
        ...{ inboxId, code: "190", detail: "Token expired", probeAfterSeconds: 60, now: NOW, ...over },
      }),
    );
  const resume = (accountId: AccountId, inboxId: string, by: "person" | "engine") =>
    withAccountSql(accountId, (tx) => resumeInbox(tx, accountId, { inboxId, by, now: later(60_000) }));
  const inboxOf = async (id: string) =>
    (
      await database.sql`select status, paused_by, paused_code, paused_because, probe_at, probes from inboxes where id = ${id}`
    )[0];

  it("says why and when it is asked again, raises one alert, and both are over when it goes on", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const paused = await Promise.all(Array.from({ length: 10 }, () => pause(accountId, id)));
    expect(paused.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await inboxOf(id)).toMatchObject({
      ...{ status: "paused", paused_by: "engine", paused_code: "190", paused_because: "190: Token expired" },
      probe_at: later(60_000),
    });
    expect(await resume(accountId, id, "engine")).toEqual({ changed: true });
    expect(await inboxOf(id)).toMatchObject({ status: "active", paused_code: null, probe_at: null });
    expect(await alertsOf(accountId)).toMatchObject([{ count: 1, resolved_at: later(60_000) }]);
  });

  it("waits longer each time that it goes on in vain, a day at the most, until a person lets it go on", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const waits: number[] = [];
    for (let i = 0; i < 13; i++) {
      await pause(accountId, id);
      waits.push(((await inboxOf(id))?.probe_at.getTime() - NOW.getTime()) / 1000);
      await resume(accountId, id, i === 11 ? "person" : "engine");
    }
    expect(waits.slice(0, 4)).toEqual([60, 120, 240, 480]);
    expect(waits.slice(-2)).toEqual([86_400, 60]);
  });

  it("stays a person's where a person paused it, and needs one where the newer reason does", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId, { status: "paused", pausedBy: "person" });
    expect(await pause(accountId, id)).toEqual({ changed: false });
    expect(await resume(accountId, id, "engine")).toEqual({ changed: false });
    const other = await makeInbox(accountId);
    await pause(accountId, other.id);
    expect(await pause(accountId, other.id, { code: "131042", probeAfterSeconds: null })).toEqual({
      changed: true,
    });
    expect(await pause(accountId, other.id)).toEqual({ changed: false });
    expect(await inboxOf(other.id)).toMatchObject({ paused_code: "131042", probe_at: null });
  });
});

describe("a step that is blocked", () => {
  it("is blocked once, and lifting it ends the alert and wakes the runs that wait at it", async () => {
    const { accountId, inbox, sequence, enrollmentId } = await startRun();
    const stepId = sequence.snapshot.steps[0]?.id ?? "";
    const block = () =>
      withAccountSql(accountId, (tx) =>
        blockStep(tx, accountId, {
          ...{
            sequenceId: sequence.sequenceId,
            stepId,
            inboxId: inbox.id,
            code: "132001",
            detail: "No such template",
          },
          ...{ template: { name: "hello", language: "en" }, now: NOW },
        }),
      );
    const blocked = await Promise.all([block(), block(), block()]);
    expect(blocked.filter(({ changed }) => changed)).toHaveLength(1);
    await database.sql`
      update enrollments set next_because = 'step_blocked', next_action_at = ${later(10 ** 9)} where id = ${enrollmentId}`;
    const of = { inboxId: inbox.id, templateName: "hello" };
    const lift = (language: string) =>
      withAccountSql(accountId, (tx) =>
        liftBlocks(tx, accountId, { ...of, language, actorId: null, now: NOW }),
      );
    expect(await lift("pt_BR")).toBe(0);
    expect(await lift("en")).toBe(1);
    expect(await lift("en")).toBe(0);
    const woken = await database.sql`
      select from outbox where name = 'enrollment/woken' and data->>'enrollmentId' = ${enrollmentId}`;
    expect(woken).toHaveLength(1);
    expect(await alertsOf(accountId)).toMatchObject([{ kind: "step_blocked", resolved_at: NOW }]);
  });
});
