import type { Inngest, InngestFunction } from "inngest";
import postgres, { type Sql } from "postgres";
import { claimDue } from "./claim";
import { fireCrons, planCrons } from "./crons";
import { openDirectory, refreshDirectory, syncDirectory } from "./directory";
import { createDispatcher } from "./dispatcher";
import { WAKE_CHANNEL } from "./events";
import { createHeads, readHeads } from "./heads";
import { shareOut, WOKEN } from "./lanes";
import { lockForRouting } from "./locks";
import { type Loop, startLoop } from "./loop";
import type { Clock, Log } from "./model";
import { dueAfter, wakesOthers } from "./outcome";
import { createRecorder } from "./recorder";
import { DEFAULT_RETENTION, pruneFinished } from "./retention";
import { routeBatch } from "./route";
import { sweepSlots } from "./slots";

const CLAIM_BATCH = 200;
const POLL_MS = 1_000;
const PRUNE_EVERY_MS = 3_600_000;
/** When every place is taken, freed places are filled in groups, at the latest after this pause. */
const REFILL_MS = 10;
/** Pause when a due wake is being claimed by another worker at this moment. */
const CONTENDED_MS = 5;

export interface ExecutorOptions {
  client: Inngest.Any;
  functions: readonly InngestFunction.Any[];
  /** A pool of postgres.js, or where to open one. */
  sql?: Sql;
  databaseUrl?: string;
  /**
   * The field of the event by which runs share the workers, such as `event.data.accountId`: its values take turns, so
   * that a flood of one leaves the others in time. Without it runs are served as they fall due.
   */
  fairKey?: string;
  /** Dispatches in flight at once in this process. */
  concurrency?: number;
  /** How long a dead worker holds its runs. */
  leaseSeconds?: number;
  /** Finished runs and routed events older than this are deleted, once an hour. */
  retentionDays?: number;
  log?: Log;
  /** Milliseconds since 1970; for tests. */
  clock?: Clock;
}

export interface ExecutorStats {
  inFlight: number;
  dispatched: number;
  /** Dispatches whose lease was lost or whose run was cancelled while they ran. */
  lost: number;
  failedToRecord: number;
  routed: number;
  /** Functions that runs wait for and this process does not have. */
  unknownFunctions: string[];
}

export interface Executor {
  /** Registers the functions and runs until `stop`. */
  start(): Promise<void>;
  /** Claims nothing more and waits until what is in flight is recorded, at most `drainSeconds`. */
  stop(options?: { drainSeconds?: number }): Promise<void>;
  /** Does everything that is due now, for an executor that was not started; answers when more is due. */
  runUntilIdle(): Promise<{ nextDueAt: Date | null }>;
  stats(): ExecutorStats;
}

/**
 * An engine that runs the given Inngest functions with Postgres as its only store. Several processes may run one
 * on the same database. Throws `UnsupportedFeature` when a function asks for what it does not have.
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const { client, functions, concurrency = 400, leaseSeconds = 30 } = options;
  const { retentionDays = DEFAULT_RETENTION.days, log = () => {}, clock = Date.now } = options;
  const directory = openDirectory(client, functions, options.fairKey);
  const owned = options.sql ? null : postgres(options.databaseUrl ?? "", { max: 8 });
  const sql = options.sql ?? (owned as Sql);
  const leaseMs = leaseSeconds * 1_000;
  const usesSlots = [...directory.own.values()].some(({ rules }) => rules.concurrency.length > 0);
  let claiming: Loop | null = null;
  let routing: Loop | null = null;
  let upkeep: Loop | null = null;
  let renewal: NodeJS.Timeout | null = null;
  let listening: { unlisten: () => Promise<void> } | null = null;
  let registration: Promise<void> | null = null;
  let routed = 0;
  let prunedAt = clock();
  const heads = createHeads(sql);

  const recorder = createRecorder(sql, directory, clock, (writes) => {
    const now = clock();
    for (const { dispatch, outcome, slotKeys } of writes) {
      if (!outcome) continue;
      const dueAt = dueAfter(outcome) ?? now;
      if (outcome.kind === "settled") heads.hear(dispatch.lane | WOKEN, now);
      else if (outcome.kind !== "ended") heads.hear(dispatch.lane & ~WOKEN, dueAt);
      if (slotKeys.length > 0 || wakesOthers(dispatch, outcome)) heads.suspect();
      claiming?.nudgeIn(dueAt - now);
    }
  });
  const dispatcher = createDispatcher({
    sql,
    client,
    directory,
    recorder,
    clock,
    leaseMs,
    log,
    onFreed: () => claiming?.nudgeIn(concurrency - dispatcher.inFlight() >= concurrency / 2 ? 0 : REFILL_MS),
  });

  function register(): Promise<void> {
    registration ??= sql
      .begin(async (tx) => {
        await lockForRouting(tx);
        await syncDirectory(tx, directory, client.id, clock());
        await planCrons(tx, directory, clock());
      })
      .then(() => refreshDirectory(sql, directory));
    return registration;
  }

  async function claim(): Promise<number> {
    const room = Math.min(CLAIM_BATCH, concurrency - dispatcher.inFlight());
    if (room <= 0) return POLL_MS;
    await heads.refresh();
    const now = clock();
    const share = () => shareOut(heads.due(now), dispatcher.inFlightOf(), { places: concurrency, room });
    const shares = share();
    const claimed = await claimDue(sql, now, leaseMs, shares);
    await dispatcher.launch(claimed);
    if (claimed.length === room) return 0;
    await heads.reread(shares.map(({ lane }) => lane));
    if (share().length > 0) return claimed.length > 0 ? 0 : CONTENDED_MS;
    const next = heads.nextAfter(now);
    return Math.min(next === null ? POLL_MS : next - clock(), heads.restMs());
  }

  function lookEverywhere(): void {
    heads.suspect();
    claiming?.nudge();
  }

  async function route(): Promise<number> {
    const count = await routeBatch(sql, directory, clock());
    routed += count;
    if (count > 0) lookEverywhere();
    return count > 0 ? 0 : POLL_MS;
  }

  async function keepUp(): Promise<number> {
    await refreshDirectory(sql, directory);
    if (usesSlots && (await sweepSlots(sql, directory, clock())) > 0) lookEverywhere();
    const nextCron = await fireCrons(sql, directory, clock());
    if (clock() - prunedAt >= PRUNE_EVERY_MS) {
      prunedAt = clock();
      await pruneFinished(sql, { olderThanDays: retentionDays, now: clock() });
    }
    return nextCron === null ? POLL_MS : nextCron - clock();
  }

  const complain = (what: string) => (error: unknown) =>
    log("error", `${what} failed; it will be tried again.`, {
      error: error instanceof Error ? error.message : String(error),
    });

  return {
    async start() {
      await register();
      claiming = startLoop(claim, complain("Claiming due runs"));
      routing = startLoop(route, complain("Routing events"));
      upkeep = startLoop(keepUp, complain("Upkeep"));
      renewal = setInterval(() => void dispatcher.renew().catch(complain("Renewing leases")), leaseMs / 3);
      listening = await sql.listen(WAKE_CHANNEL, () => {
        routing?.nudge();
        lookEverywhere();
      });
    },
    async stop({ drainSeconds = 20 } = {}) {
      await Promise.all([claiming?.stop(), routing?.stop(), upkeep?.stop(), listening?.unlisten()]);
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, drainSeconds * 1_000);
      });
      await Promise.race([dispatcher.drained(), deadline]);
      clearTimeout(timer);
      if (renewal) clearInterval(renewal);
      await owned?.end({ timeout: 5 });
    },
    async runUntilIdle() {
      await register();
      for (;;) {
        await refreshDirectory(sql, directory);
        const count = await routeBatch(sql, directory, clock());
        routed += count;
        const nextCron = await fireCrons(sql, directory, clock());
        if (usesSlots) await sweepSlots(sql, directory, clock());
        const due = [...(await readHeads(sql))].map(([lane, at]) => ({ lane, at }));
        const room = Math.min(CLAIM_BATCH, concurrency);
        const isDue = due.filter(({ at }) => at <= clock());
        const shares = shareOut(isDue, new Map(), { places: concurrency, room });
        const claimed = await claimDue(sql, clock(), leaseMs, shares);
        await dispatcher.launch(claimed);
        await dispatcher.drained();
        if (count > 0 || claimed.length > 0) continue;
        const next = Math.min(...(await readHeads(sql)).values(), nextCron ?? Infinity);
        return { nextDueAt: Number.isFinite(next) ? new Date(next) : null };
      }
    },
    stats: () => ({
      inFlight: dispatcher.inFlight(),
      ...dispatcher.counts,
      routed,
      unknownFunctions: [...dispatcher.unknown.keys()],
    }),
  };
}
