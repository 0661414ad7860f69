import { createHash } from "node:crypto";
import { Inngest } from "inngest";
import type { Sql } from "postgres";
import { embeddedFetch } from "@/inngest/embedded/fetch";
import { laneOf } from "@/inngest/embedded/lanes";
import type { FunctionRules } from "@/inngest/embedded/rules";

/** What the bodies of the benchmark's steps tell it; `onTurn` is called when a woken run runs its step. */
export interface SleeperProbe {
  onTurn: (enrollmentId: string) => void;
}

const APP = "bench";
const FUNCTION = "sleeper";
/** All sleepers are of one account. */
export const ACCOUNT_ID = "0198c0de-0000-7000-8000-000000000001";
export const FAIR_KEY = "event.data.accountId";
export const SLUG = `${APP}-${FUNCTION}`;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A client and one function with the shape of a follow-up: a step, then a wait that time or an event ends. */
export function sleeperApp(sql: Sql, probe: SleeperProbe) {
  const client = new Inngest({
    id: APP,
    baseUrl: "http://inngest.embedded/",
    eventKey: "embedded",
    isDev: true,
    aiMetadata: false,
    fetch: embeddedFetch(sql, { fairKey: FAIR_KEY }),
    logger: quiet,
  });
  const sleeper = client.createFunction(
    {
      id: FUNCTION,
      triggers: { event: "enrollment/started" },
      cancelOn: [{ event: "enrollment/ended", match: "data.enrollmentId" }],
    },
    async ({ event, step }) => {
      const enrollmentId = event.data.enrollmentId as string;
      await step.run("open", () => ({ kind: "open" }));
      for (let turn = 0; turn < 20; turn++) {
        await step.run(`turn-${turn}`, () => {
          if (turn > 0) probe.onTurn(enrollmentId);
          return { kind: "wait", turn };
        });
        await step.waitForEvent(`wait-${turn}`, {
          event: "enrollment/woken",
          match: "data.enrollmentId",
          timeout: "3d",
        });
      }
    },
  );
  return { client, functions: [sleeper] };
}

/**
 * Adds sleeping runs by set-based SQL, exactly as the engine leaves them after their first dispatch: two results,
 * one wait found by a key, one timer, one key to be cancelled by. Due at random within 30 days after `from`.
 */
export async function seedSleepers(sql: Sql, count: number, from: number): Promise<void> {
  const [fn] = await sql<
    { id: number; config: FunctionRules }[]
  >`select id, config from executor.function where slug = ${SLUG}`;
  if (!fn) throw new Error("Start an executor with the sleeper function once before seeding.");
  const lane = laneOf(fn.config, { data: { accountId: ACCOUNT_ID } });
  const chunk = 100_000;
  for (let done = 0; done < count; done += chunk) {
    const size = Math.min(chunk, count - done);
    await sql.begin(async (tx) => {
      await tx`create temp table seed on commit drop as
        select executor.new_id() as id, gen_random_uuid()::text as e,
          (extract(epoch from clock_timestamp()) * 1000)::bigint as ts
        from generate_series(1, ${size}::int)`;
      await tx`insert into executor.run (id, fn_id, event)
        select id, ${fn.id}, ('{"name":"enrollment/started","data":{"accountId":"${tx.unsafe(ACCOUNT_ID)}","enrollmentId":"'
          || e || '","run":1},"ts":' || ts || ',"id":"start:' || e || ':1"}')::json from seed`;
      await tx`insert into executor.memo (run_id, step_id, name, data)
        select id, decode(m.step, 'hex'), m.name, m.data::json from seed,
          (values (${stepId("open")}, 'open', '{"kind":"open"}'),
            (${stepId("turn-0")}, 'turn-0', '{"kind":"wait","turn":0}')) as m(step, name, data)`;
      await tx`insert into executor.wake (run_id, step_id, kind, gen, due_at, match_hash, name, lane)
        select id, decode(${stepId("wait-0")}, 'hex'), 3, 1,
          to_timestamp(${from}::float8 / 1000) + random() * interval '30 days',
          ${hashSql(tx, ["wait", "enrollment/woken", "data.enrollmentId"])}, 'wait-0', ${lane} from seed`;
      await tx`insert into executor.run_key (hash, run_id)
        select ${hashSql(tx, ["cancel", SLUG, "data.enrollmentId"])}, id from seed`;
    });
  }
  await sql`
    insert into executor.match_path (event_name, paths, since_no)
    select 'enrollment/woken', 'data.enrollmentId', no from executor.route on conflict do nothing`;
  for (const table of ["run", "memo", "wake", "run_key"])
    await sql.unsafe(`vacuum (analyze) executor.${table}`);
}

export function stepId(id: string): string {
  return createHash("sha1").update(id).digest("hex");
}

/** `hash64` of inngest/embedded/match.ts, in SQL, for the enrollment in column `e`. */
function hashSql(sql: Pick<Sql, "unsafe">, parts: string[]) {
  const prefix = `${JSON.stringify(parts).slice(0, -1)},["`;
  return sql.unsafe(
    `('x' || substr(encode(sha256(convert_to('${prefix}' || e || '"]]', 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint`,
  );
}
