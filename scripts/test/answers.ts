import type postgres from "postgres";

type Refusal = { code: string };
type ActionResult = { serverError?: Refusal; validationErrors?: unknown };

/** What a door answered: the code of its refusal ("ok" when it let the call through), and all it said as text. */
export async function answerOf(result: unknown): Promise<{ code: string; content: string }> {
  if (result instanceof Response) {
    const content = await result.text();
    if (result.ok) return { code: "ok", content };
    const { error } = JSON.parse(content) as { error: Refusal };
    return { code: error.code, content };
  }
  const { serverError, validationErrors } = (result ?? {}) as ActionResult;
  const content = JSON.stringify(result ?? null);
  if (serverError) return { code: serverError.code, content };
  return { code: validationErrors ? "invalid" : "ok", content };
}

/** A fingerprint of every table's rows of an account, of its durable runs and of the events that name it. */
export async function contentOf(
  sql: postgres.Sql,
  accountId: string,
): Promise<Record<string, string | null>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by name`;
  const prints: Record<string, string | null> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ print: string | null }[]>`
      select md5(string_agg(t::text, '|' order by t::text)) as print from ${sql(name)} t
      where account_id = ${accountId}`;
    prints[name] = row?.print ?? null;
  }
  const [outside] = await sql<{ events: string | null; runs: string | null }[]>`
    select
      (select md5(string_agg(o::text, '|' order by seq)) from outbox o where data->>'accountId' = ${accountId}) as events,
      (select md5(string_agg(r::text, '|' order by id)) from executor.run r
        where event->'data'->>'accountId' = ${accountId}) as runs`;
  return { ...prints, events: outside?.events ?? null, runs: outside?.runs ?? null };
}
