import type { Sql, TransactionSql } from "postgres";
import type { World } from "./account";
import { CUSTOM_EVENT, DAYS, GOAL, ZONE } from "./plan";
import type { MadeSequence } from "./sequences";

export type Generating = {
  /** As the database's owner, in a session of its own for each statement that runs beside another one. */
  sql: Sql;
  world: World;
  seed: number;
  enrollments: number;
  end: Date;
  /** Whether triggers can be held back while rows are loaded. */
  isSuperuser: boolean;
};

/** One transaction that sees the account's rows and sorts in memory. */
export async function inAccount<T>(
  { sql, world, isSuperuser }: Pick<Generating, "sql" | "world" | "isSuperuser">,
  act: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  const answer = await sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${world.accountId}, true)`;
    await tx.unsafe("set local work_mem = '192MB'; set local synchronous_commit = off; set local jit = off");
    // Counters and the names of sends are written by the load itself, which a million small triggers would slow down.
    if (isSuperuser) await tx.unsafe("set local session_replication_role = replica");
    return act(tx);
  });
  return answer as T;
}

/**
 * The schema in which the account is planned before its rows are written: numbers out of the seed and a row's own
 * number, so that the same seed gives the same account.
 */
export async function openStage({ sql, seed }: Generating): Promise<void> {
  await sql.unsafe(`
    drop schema if exists generated cascade;
    create schema generated;
    create function generated.chance(n bigint, salt int) returns float8 language sql immutable parallel safe as
      'select (hashint8extended(n, ${seed} * 1000003 + salt) & 1099511627775)::float8 / 1099511627776';
    -- A UUIDv7 of that moment; those of one millisecond in the order of rank.
    create function generated.id(at timestamptz, n bigint, salt int, rank int default null) returns uuid
      language sql immutable parallel safe as $$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
        || lpad(to_hex(coalesce(rank, (hashint8extended(n, ${seed} * 1000003 + salt + 1) & 4095)::int)), 3, '0')
        || '8' || substr(lpad(to_hex(hashint8extended(n, ${seed} * 1000003 + salt)), 16, '0'), 2))::uuid $$;
    create function generated.pick(list text[], n bigint, salt int) returns text language sql immutable parallel safe as
      'select list[1 + floor(generated.chance(n, salt) * cardinality(list))::int]';
    create function generated.iso(at timestamptz) returns text language sql immutable parallel safe as
      $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
    -- When a wait of so many days is over, as core/wait counts it.
    create function generated.due(since timestamptz, days int, minute int) returns timestamptz
      language sql immutable parallel safe as $$
      select case when days = 0 and minute is null then since
        else ((date_trunc('day', since at time zone '${ZONE}') + days * interval '1 day' + coalesce(minute * interval '1 minute',
          since at time zone '${ZONE}' - date_trunc('day', since at time zone '${ZONE}'))) at time zone '${ZONE}') end $$;
    -- The next moment between 8:00 and 20:00, a little later than that.
    create function generated.open(due timestamptz, late float8) returns timestamptz
      language sql immutable parallel safe as $$
      select date_trunc('milliseconds', case
        when extract(hour from due at time zone '${ZONE}') < 8
          then (date_trunc('day', due at time zone '${ZONE}') + interval '8 hours') at time zone '${ZONE}'
        when extract(hour from due at time zone '${ZONE}') >= 20
          then (date_trunc('day', due at time zone '${ZONE}') + interval '32 hours') at time zone '${ZONE}'
        else due end + late ^ 3 * interval '20 minutes') $$;`);
}

/** What the account has of sequences, versions, steps, people and inboxes, as tables to join with. */
export async function stageMade({ sql, world, end }: Generating, made: MadeSequence[]): Promise<void> {
  const sequences = made.map((one, index) => ({
    ...{
      k: index + 1,
      id: one.id,
      weight: one.weight,
      replies: one.replies,
      holdout: one.holdoutPercent ?? 0,
    },
    ...{ isThread: one.isOfThread === true, isPausing: one.replyDoes === "pause", hasGoal: one.goal },
    ...{
      trigger: one.trigger === "custom" ? CUSTOM_EVENT : (one.trigger ?? null),
      isPaused: one.isPaused === true,
      archivedAt: one.archived ? daysBefore(end, one.archived) : null,
    },
    beginsAt: one.made[0]?.publishedAt.toISOString(),
  }));
  const versions = made.flatMap((one, index) =>
    one.made.map(({ id, publishedAt, steps }, at) => ({
      ...{ sequence: index + 1, id, from: publishedAt.toISOString() },
      until: one.made[at + 1]?.publishedAt.toISOString() ?? null,
      steps: steps.length,
      days: one.steps.map(({ days }) => days),
      minutes: one.steps.map(({ at: time }) => minuteOf(time)),
    })),
  );
  const steps = made.flatMap((one) =>
    one.made.flatMap(({ id: version, steps: all }) =>
      all.map((step, index) => ({
        ...{
          version,
          pos: index + 1,
          id: step.id,
          channel: step.channel === "automatic" ? null : step.channel,
        },
        mode: step.compose.mode,
        variants: step.variants.length > 0 ? [step.id, ...step.variants.map(({ id }) => id)] : null,
        texts: [step.content, ...step.variants.map(({ content }) => content)].map(saidBy),
        subject: "subject" in step.content ? step.content.subject : null,
      })),
    ),
  );
  await sql.unsafe(`
    create table generated.sequence (k int primary key, id uuid, weight int, replies int, holdout int, "isThread" boolean,
      "isPausing" boolean, "hasGoal" boolean, "isPaused" boolean, trigger text, "archivedAt" timestamptz, "beginsAt" timestamptz);
    create table generated.version (sequence int, id uuid primary key, "from" timestamptz, until timestamptz, steps int,
      days int[], minutes int[]);
    create table generated.step (version uuid, pos int, id uuid, channel channel, mode text, variants uuid[], texts text[],
      subject text, primary key (version, pos));
    create table generated.member (k int primary key, id uuid);
    create table generated.inbox (k int primary key, id uuid, name text, channel channel, nth int, many int)`);
  for (const [table, rows] of Object.entries({ sequence: sequences, version: versions, step: steps }))
    await sql`
      insert into ${sql(`generated.${table}`)}
      select * from json_populate_recordset(null::${sql.unsafe(`generated.${table}`)}, ${JSON.stringify(rows)}::text::json)`;
  const { memberIds, inboxes } = world;
  await sql`insert into generated.member select k, id from unnest(${memberIds}::uuid[]) with ordinality m(id, k)`;
  await sql`
    insert into generated.inbox
    select row_number() over (), i.id, i.name, i.channel, row_number() over (partition by i.channel),
      count(*) over (partition by i.channel)
    from json_populate_recordset(null::generated.inbox, ${JSON.stringify(inboxes)}::text::json) i`;
}

const saidBy = (content: { type: string; text?: string }) =>
  (content.text ?? "").replace(/\{\{[^}]*\}\}/, "{name}");

function minuteOf(time: string | null): number | null {
  if (time === null) return null;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

const daysBefore = (end: Date, days: number) => new Date(end.getTime() - days * 86_400_000).toISOString();

/** The end and the beginning of the account's time, and its goal, as SQL. */
export const times = ({ end }: Pick<Generating, "end">) => ({
  now: `'${end.toISOString()}'::timestamptz`,
  begin: `('${end.toISOString()}'::timestamptz - interval '${DAYS} days')`,
  goal: GOAL,
});
