import type { Sql } from "postgres";
import { createRuns } from "./create-runs";
import { nextTick, parseCron } from "./cron";
import type { Directory } from "./directory";
import type { Db } from "./model";

/** Writes down when each cron trigger of this process's functions is next due; keeps what is already planned. */
export async function planCrons(tx: Db, directory: Directory, now: number): Promise<void> {
  for (const { rules } of directory.own.values()) {
    await tx`
      delete from executor.cron where slug = ${rules.slug} and expression <> all(${rules.crons}::text[])`;
    for (const expression of rules.crons) {
      const cron = parseCron(expression);
      const at = cron && nextTick(cron, now);
      if (!at) continue;
      await tx`
        insert into executor.cron (slug, expression, next_at)
        values (${rules.slug}, ${expression}, ${new Date(at).toISOString()}) on conflict do nothing`;
    }
  }
}

/**
 * Starts a run for every cron trigger that is due and plans its next tick. Ticks missed while no worker ran are
 * made up for by one run. Answers the next instant to look again, in milliseconds since 1970, or null.
 */
export async function fireCrons(sql: Sql, directory: Directory, now: number): Promise<number | null> {
  const rows = await sql<{ slug: string; expression: string; at: number }[]>`
    select slug, expression, (extract(epoch from next_at) * 1000)::float8 as at from executor.cron
    where slug = any(${[...directory.own.keys()]}::text[]) order by next_at`;
  let soonest: number | null = null;
  for (const { slug, expression, at } of rows) {
    const next = at <= now ? await fire(sql, directory, { slug, expression, at, now }) : at;
    if (next !== null) soonest = Math.min(soonest ?? next, next);
  }
  return soonest;
}

async function fire(
  sql: Sql,
  directory: Directory,
  { slug, expression, at, now }: { slug: string; expression: string; at: number; now: number },
): Promise<number | null> {
  const cron = parseCron(expression);
  const known = directory.bySlug.get(slug);
  const next = cron && nextTick(cron, now);
  if (!known || !next) return null;
  await sql.begin(async (tx) => {
    const moved = await tx`
      update executor.cron set next_at = ${new Date(next).toISOString()}
      where slug = ${slug} and expression = ${expression} and next_at = ${new Date(at).toISOString()}
      returning 1`;
    if (moved.length === 0) return;
    const scheduledAt = new Date(at).toISOString();
    const event = {
      name: "inngest/scheduled.timer",
      id: scheduledAt,
      ts: at,
      data: { cron: expression, scheduledAt, fireAt: scheduledAt },
    };
    await createRuns(tx, [{ fnId: known.id, rules: known.rules, event, dueAt: now }]);
  });
  return next;
}
