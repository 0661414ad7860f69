import type { Inngest, InngestFunction } from "inngest";
import type { Db } from "./model";
import { type FunctionRules, type RegisteredFunction, registerFunction } from "./rules";

/** A function any process has registered. */
export interface KnownFunction {
  id: number;
  slug: string;
  rules: FunctionRules;
  isRetired: boolean;
}

/** The functions of this process, and what the database knows of all of them. */
export interface Directory {
  own: Map<string, RegisteredFunction>;
  byId: Map<number, KnownFunction>;
  bySlug: Map<string, KnownFunction>;
  /** Names of events that start, cancel or wake a run anywhere. */
  heard: Set<string>;
  registry: string;
}

/** Reads every function's wishes; throws `UnsupportedFeature` for the first that cannot be met. */
export function openDirectory(
  client: Inngest.Any,
  functions: readonly InngestFunction.Any[],
  fairKey?: string,
): Directory {
  const own = new Map<string, RegisteredFunction>();
  for (const registered of functions.flatMap((fn) => registerFunction(fn, client.id, fairKey))) {
    if (own.has(registered.rules.slug))
      throw new Error(`Two functions are named "${registered.rules.slug}".`);
    own.set(registered.rules.slug, registered);
  }
  return { own, byId: new Map(), bySlug: new Map(), heard: new Set(), registry: "" };
}

/**
 * Writes the functions of this process down. Functions of the same app that it no longer has are retired: they
 * start no new runs, their old runs wait. As with Inngest's sync, every process of an app registers the same list.
 */
export async function syncDirectory(tx: Db, directory: Directory, app: string, now: number): Promise<void> {
  const rows = [...directory.own.values()].map(({ rules }) => ({ s: rules.slug, c: JSON.stringify(rules) }));
  const seenAt = new Date(now).toISOString();
  const changed = await tx`
    insert into executor.function (app, slug, config, seen_at)
    select ${app}, s, c::json, ${seenAt}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(s text, c text)
    order by s
    on conflict (slug) do update set app = excluded.app, config = excluded.config, seen_at = excluded.seen_at,
      retired_at = null
    where function.config::text <> excluded.config::text or function.retired_at is not null
    returning 1`;
  const retired = await tx`
    update executor.function set retired_at = ${seenAt}
    where app = ${app} and retired_at is null and slug <> all(${rows.map((row) => row.s)}::text[])
    returning 1`;
  if (changed.length + retired.length > 0) await tx`update executor.route set registry = registry + 1`;
}

/** Reads all functions again when any process has changed them. */
export async function refreshDirectory(db: Db, directory: Directory): Promise<void> {
  const [route] = await db<{ registry: string }[]>`select registry from executor.route`;
  if (!route || route.registry === directory.registry) return;
  const rows = await db<{ id: number; slug: string; config: FunctionRules; is_retired: boolean }[]>`
    select id, slug, config, retired_at is not null as is_retired from executor.function`;
  const known = rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    rules: row.config,
    isRetired: row.is_retired,
  }));
  directory.byId = new Map(known.map((fn) => [fn.id, fn]));
  directory.bySlug = new Map(known.map((fn) => [fn.slug, fn]));
  for (const { rules, isRetired } of known) {
    if (!isRetired) for (const trigger of rules.triggers) directory.heard.add(trigger.event);
    for (const cancel of rules.cancel) directory.heard.add(cancel.event);
  }
  const waited = await db<{ event_name: string }[]>`select distinct event_name from executor.match_path`;
  for (const row of waited) directory.heard.add(row.event_name);
  directory.registry = route.registry;
}
