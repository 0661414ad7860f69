import type { Db } from "./model";

/** What was read is trusted so long: other processes put wakes into lanes, too. */
const KEPT_MS = 1_000;
/** Reading all heads costs a few microseconds each: with very many lanes it rests for this many times as long. */
const REST = 10;

/** When the first wake of each lane falls due, in milliseconds since 1970, as far as this process knows. */
export interface Heads {
  /** Reads all of them anew when somebody may have changed them, or a second has passed. */
  refresh(): Promise<void>;
  /** Reads the heads of these lanes, from which wakes were claimed. */
  reread(lanes: readonly number[]): Promise<void>;
  /** A wake of this lane falls due then. */
  hear(lane: number, at: number): void;
  /** Wakes may have come into any lane. */
  suspect(): void;
  due(now: number): { lane: number; at: number }[];
  /** The instant of the first head after `now`, or null. */
  nextAfter(now: number): number | null;
  /** In how many milliseconds `refresh` will read. */
  restMs(): number;
}

export function createHeads(db: Db): Heads {
  let known = new Map<number, number>();
  /** Heard of while a query was under way, which may not have seen it. */
  let heard = new Map<number, number>();
  let isSuspect = true;
  let restsUntil = 0;
  let keptUntil = 0;

  const keepSooner = (heads: Map<number, number>, lane: number, at: number) =>
    heads.set(lane, Math.min(at, heads.get(lane) ?? at));
  const restMs = () => (isSuspect ? Math.min(restsUntil, keptUntil) : keptUntil) - performance.now();

  return {
    restMs,
    async refresh() {
      if (restMs() > 0) return;
      heard = new Map();
      isSuspect = false;
      const from = performance.now();
      known = await readHeads(db);
      for (const [lane, at] of heard) keepSooner(known, lane, at);
      const now = performance.now();
      restsUntil = now + REST * (now - from);
      keptUntil = now + KEPT_MS;
    },
    async reread(lanes) {
      if (lanes.length === 0) return;
      heard = new Map();
      const read = await readHeadsOf(db, lanes);
      for (const lane of lanes) {
        const at = read.get(lane);
        if (at === undefined) known.delete(lane);
        else known.set(lane, at);
      }
      for (const [lane, at] of heard) keepSooner(known, lane, at);
    },
    hear(lane, at) {
      keepSooner(known, lane, at);
      keepSooner(heard, lane, at);
    },
    suspect() {
      isSuspect = true;
    },
    due: (now) => [...known].flatMap(([lane, at]) => (at <= now ? [{ lane, at }] : [])),
    nextAfter(now) {
      let next = Number.POSITIVE_INFINITY;
      for (const at of known.values()) if (at > now && at < next) next = at;
      return Number.isFinite(next) ? next : null;
    },
  };
}

/** The first wake of every lane, by jumping in the index from lane to lane. */
export async function readHeads(db: Db): Promise<Map<number, number>> {
  const rows = await db<{ lane: number; at: number }[]>`
    with recursive head as (
      (select lane, due_at from executor.wake order by lane, due_at limit 1)
      union all
      select next.lane, next.due_at from head cross join lateral (
        select lane, due_at from executor.wake where lane > head.lane order by lane, due_at limit 1) next
    )
    select lane, (extract(epoch from due_at) * 1000)::float8 as at from head`;
  return new Map(rows.map(({ lane, at }) => [lane, at]));
}

async function readHeadsOf(db: Db, lanes: readonly number[]): Promise<Map<number, number>> {
  const rows = await db<{ lane: number; at: number }[]>`
    select x.lane, (extract(epoch from head.due_at) * 1000)::float8 as at
    from unnest(${lanes as number[]}::int[]) x(lane) cross join lateral (
      select due_at from executor.wake w where w.lane = x.lane order by w.due_at limit 1) head`;
  return new Map(rows.map(({ lane, at }) => [lane, at]));
}
