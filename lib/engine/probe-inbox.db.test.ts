import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { ProviderEvent } from "@/lib/channels/driver";
import { later, MINUTE, NOW } from "./fixtures/arrange";
import { scriptProvider } from "./fixtures/scripted";
import { pauseInbox } from "./inbox-health";
import { lookAfterSends } from "./look-after";
import { probeInbox } from "./probe-inbox";
import { receive } from "./receive";

const database = useTestDatabase();
let provider: ReturnType<typeof scriptProvider>;
beforeEach(() => {
  provider = scriptProvider();
});

async function pausedInbox(probeAfterSeconds: number | null = 60) {
  const accountId = await makeAccount();
  const { id: inboxId } = await makeInbox(accountId);
  await withAccountSql(accountId, (tx) =>
    pauseInbox(tx, accountId, { inboxId, code: "131048", detail: "Spam", probeAfterSeconds, now: NOW }),
  );
  const paused = {
    accountId,
    inboxId,
    pausedAt: NOW.toISOString(),
    probeAt: later(MINUTE).toISOString(),
    leg: 1,
  };
  const row = async () => (await database.sql`select * from inboxes where id = ${inboxId}`)[0];
  return { accountId, inboxId, paused, row };
}
const emitted = (accountId: string) => database.sql`
  select event_id from outbox where name = 'inbox/paused' and data->>'accountId' = ${accountId}`;

describe("an inbox that the engine paused", () => {
  it("is asked after at its moment, and goes on when the provider says so", async () => {
    const { accountId, paused, row } = await pausedInbox();
    expect(await emitted(accountId)).toHaveLength(1);
    expect(await probeInbox(paused, later(30_000))).toEqual({
      kind: "again",
      at: later(MINUTE).toISOString(),
    });
    expect(await probeInbox(paused, later(MINUTE))).toEqual({ kind: "over" });
    expect(await row()).toMatchObject({ status: "active", probes: 1, paused_by: null });
    expect(await probeInbox(paused, later(MINUTE))).toEqual({ kind: "over" });
  });

  it("is asked after later each time while the provider says no", async () => {
    const { paused, row } = await pausedInbox();
    provider.connection = { ok: false, detail: "No" };
    let at = later(MINUTE);
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      const next = await probeInbox(paused, at);
      if (next.kind === "over") throw new Error("It went on.");
      waits.push((new Date(next.at).getTime() - at.getTime()) / MINUTE);
      at = new Date(next.at);
    }
    expect(waits.slice(0, 3)).toEqual([2, 4, 8]);
    expect(Math.max(...waits)).toBe(1_440);
    expect(await row()).toMatchObject({ status: "paused" });
  });

  it("is not asked after when it needs a person, was resumed, or was paused anew", async () => {
    const needsPerson = await pausedInbox(null);
    expect(await probeInbox(needsPerson.paused, later(MINUTE))).toEqual({ kind: "over" });
    expect(await needsPerson.row()).toMatchObject({ status: "paused" });
    const again = await pausedInbox();
    await database.sql`update inboxes set paused_at = ${later(5_000)} where id = ${again.inboxId}`;
    expect(await probeInbox(again.paused, later(MINUTE))).toEqual({ kind: "over" });
    expect(await again.row()).toMatchObject({ status: "paused" });
  });

  it("is found again when its probe was lost", async () => {
    const { accountId } = await pausedInbox();
    await lookAfterSends(later(10 * MINUTE));
    expect(await emitted(accountId)).toHaveLength(1);
    await lookAfterSends(later(17 * MINUTE));
    expect(await emitted(accountId)).toHaveLength(2);
  });
});

describe("what the provider says of the sender", () => {
  type Health = Extract<ProviderEvent, { kind: "health" }>;
  const hear = (accountId: Awaited<ReturnType<typeof makeAccount>>, inboxId: string, over: Partial<Health>) =>
    receive(accountId, {
      inboxId,
      events: [{ kind: "health", health: {}, code: "quality", detail: "FLAGGED", at: NOW, ...over }],
      now: later(MINUTE),
    });
  const alertsOf = (accountId: string) => database.sql`
    select kind, count, data, resolved_at is null as is_open from alerts where account_id = ${accountId} order by id`;

  it("is kept, told while it is bad, and what is older changes nothing", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    await hear(accountId, id, { health: { quality: "red", perSecond: 80 }, at: later(2_000) });
    await hear(accountId, id, { health: { quality: "green" }, at: later(1_000) });
    await hear(accountId, id, { health: { quality: "red" }, at: later(3_000) });
    const [row] = await database.sql`select health from inboxes where id = ${id}`;
    expect(row?.health).toMatchObject({
      quality: "red",
      perSecond: 80,
      checkedAt: later(3_000).toISOString(),
    });
    expect(await alertsOf(accountId)).toMatchObject([{ kind: "inbox_quality", count: 1, is_open: true }]);
    await hear(accountId, id, { health: { quality: "green" }, at: later(4_000) });
    expect(await alertsOf(accountId)).toMatchObject([{ is_open: false }]);
  });

  it("pauses, lets go on and gives notice as it asks, once however often it is told", async () => {
    const accountId = await makeAccount();
    const { id } = await makeInbox(accountId);
    const restricted = { asks: "pause", code: "RESTRICTED", at: later(1_000) } as const;
    await hear(accountId, id, restricted);
    await hear(accountId, id, restricted);
    const status = async () =>
      (await database.sql`select status, paused_by from inboxes where id = ${id}`)[0];
    expect(await status()).toEqual({ status: "paused", paused_by: "engine" });
    await hear(accountId, id, { asks: "resume", code: "UNRESTRICTED", at: later(2_000) });
    expect(await status()).toMatchObject({ status: "active" });
    await hear(accountId, id, { ...restricted, at: later(1_500) });
    expect(await status()).toMatchObject({ status: "active" });
    await hear(accountId, id, { asks: "notice", code: "LIMIT", at: later(3_000) });
    expect((await alertsOf(accountId)).map(({ kind, is_open }) => [kind, is_open])).toEqual([
      ["inbox_paused", false],
      ["inbox_notice", true],
    ]);
  });
});
