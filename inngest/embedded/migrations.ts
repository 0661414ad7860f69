import type { Sql } from "postgres";

/** Any two processes that migrate at once take turns on this key. */
const MIGRATION_LOCK = 7_218_440_001;

/**
 * Brings the schema `executor` up to date. Idempotent; safe when several processes call it at once.
 * Must run as the owner of the database (or of the schema). Postgres 15 or newer.
 */
export async function migrateExecutor(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await tx`set local client_min_messages = warning`;
    await tx`create schema if not exists executor`;
    await tx`create table if not exists executor.migration (
      id int primary key, applied_at timestamptz not null default now())`;
    const rows = await tx<{ id: number }[]>`select id from executor.migration`;
    const applied = new Set(rows.map((row) => row.id));
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (applied.has(index + 1)) continue;
      await tx.unsafe(statements);
      await tx`insert into executor.migration (id) values (${index + 1})`;
    }
  });
}

/**
 * Gives a role that owns nothing what executors and senders of events need: plain rows, no schema changes.
 * Run by the owner after `migrateExecutor`; idempotent.
 */
export async function grantExecutor(sql: Sql, role: string): Promise<void> {
  await sql`grant usage on schema executor to ${sql(role)}`;
  await sql`grant select, insert, update, delete on all tables in schema executor to ${sql(role)}`;
  await sql`grant usage, select on all sequences in schema executor to ${sql(role)}`;
  await sql`grant execute on all functions in schema executor to ${sql(role)}`;
}

/** Append only: a released entry is never edited. */
const MIGRATIONS: readonly string[] = [
  `
  -- Ids are milliseconds since 1970 shifted by 20 bits, plus a sequence: they order by time, and stay
  -- unique when the schema is dropped and made again beside data that still names old runs.
  create sequence executor.id_seq;
  create function executor.new_id() returns bigint language sql volatile as $$
    select ((extract(epoch from clock_timestamp()) * 1000)::bigint << 20)
      | (nextval('executor.id_seq') & 1048575)
  $$;

  create table executor.function (
    id int generated always as identity primary key,
    app text not null,
    slug text not null unique,
    config json not null,
    seen_at timestamptz not null,
    retired_at timestamptz
  );

  -- One row: how many batches of events were routed, and how often the functions changed.
  create table executor.route (
    only_row boolean primary key default true check (only_row),
    no bigint not null default 0,
    registry bigint not null default 0
  );
  insert into executor.route default values;

  create table executor.event (
    seq bigint generated always as identity primary key,
    routed_no bigint,
    received_at timestamptz not null default clock_timestamp(),
    id text not null,
    name text not null,
    body json not null
  );
  create unique index event_once on executor.event (id, name);
  create index event_unrouted on executor.event (seq) where routed_no is null;
  create index event_received on executor.event (received_at);

  -- What a routed event would match, for waits and runs that come a moment later.
  create table executor.event_key (
    hash bigint not null,
    seq bigint not null,
    routed_no bigint not null,
    received_at timestamptz not null,
    primary key (hash, seq)
  );

  -- Which fields of which event any run has ever waited on, and since which routing.
  create table executor.match_path (
    event_name text not null,
    paths text not null,
    since_no bigint not null,
    primary key (event_name, paths)
  );

  create table executor.run (
    id bigint primary key default executor.new_id(),
    fn_id int not null,
    status smallint not null default 0,
    pending smallint not null default 1,
    ended_at timestamptz,
    parent_run bigint,
    parent_step bytea,
    replay_of bigint,
    event json not null,
    output json,
    error json
  );
  create index run_listed on executor.run (fn_id, status, id);
  create index run_ended on executor.run (ended_at) where ended_at is not null;

  create table executor.run_key (
    hash bigint not null,
    run_id bigint not null,
    primary key (hash, run_id)
  );

  create table executor.memo (
    run_id bigint not null,
    ord bigint not null default executor.new_id(),
    failed boolean not null default false,
    step_id bytea not null,
    name text,
    data json,
    primary key (run_id, step_id)
  );

  -- What a run waits for. due_at is also the lease: a claim moves it into the future. since_no is the routing
  -- at the first claim; it outlives retries and dead workers, so that no event is missed between two tries.
  create table executor.wake (
    run_id bigint not null,
    due_at timestamptz not null,
    match_hash bigint,
    since_no bigint,
    gen int not null default 0,
    kind smallint not null,
    attempt smallint not null default 0,
    lost smallint not null default 0,
    leased boolean not null default false,
    step_id bytea not null default '',
    name text,
    primary key (run_id, step_id)
  ) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
  create index wake_due on executor.wake (due_at);
  create index wake_match on executor.wake (match_hash) where match_hash is not null;

  create table executor.slot (
    key bigint not null,
    run_id bigint not null,
    step_id bytea not null,
    until timestamptz not null,
    primary key (key, run_id, step_id)
  );
  create table executor.slot_queue (
    key bigint not null,
    ord bigint not null default executor.new_id(),
    run_id bigint not null,
    step_id bytea not null,
    primary key (key, ord)
  );

  create table executor.once (
    fn_id int not null,
    key bytea not null,
    until timestamptz not null,
    primary key (fn_id, key)
  );

  create table executor.cron (
    slug text not null,
    expression text not null,
    next_at timestamptz not null,
    primary key (slug, expression)
  );
  `,
  `
  -- Whose turn it is: wakes of one lane are served in order, and lanes in turn. Those that are here already stand in
  -- lane 0 until their next dispatch.
  alter table executor.wake add column lane int not null default 0;
  drop index executor.wake_due;
  create index wake_due on executor.wake (lane, due_at);
  `,
  `
  -- Events are routed in the same turns.
  alter table executor.event add column lane int not null default 0;
  drop index executor.event_unrouted;
  create index event_unrouted on executor.event (lane, seq) where routed_no is null;
  `,
];
