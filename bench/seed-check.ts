import type { Sql } from "postgres";
import type { Sleeper } from "./sleeper";

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:\d\d)?)?/g;

/**
 * Throws when the one seeded sleeper differs from the real one in anything but ids, digits and instants, or when the
 * executor would not find it by its keys.
 */
export async function assertCopyIsReal(
  sql: Sql,
  real: Sleeper,
  hashesOf: (enrollmentId: string) => Map<string, string>,
): Promise<void> {
  const [copy] = await sql<Sleeper[]>`select * from bench.sleeper`;
  if (!copy) throw new Error("Nothing was seeded.");
  const shown = await Promise.all([real, copy].map((one) => rowsAbout(sql, one)));
  const [expected, found] = shown.map((rows) => rows.map(shapeOf).sort());
  const difference = expected?.find((row, i) => row !== found?.[i]);
  if (difference || expected?.length !== found?.length) {
    throw new Error(
      `A seeded sleeper differs from the real one:\n${expected?.join("\n")}\n\n${found?.join("\n")}`,
    );
  }
  const text = shown[1]?.join("\n") ?? "";
  for (const [name, value] of Object.entries(real)) {
    if (typeof value === "string" && text.includes(value))
      throw new Error(`A seeded sleeper has the real one's ${name}.`);
  }
  const keys = await sql<{ key: string }[]>`
    select match_hash::text as key from executor.wake where run_id = ${copy.runId}
    union all select hash::text from executor.run_key where run_id = ${copy.runId}`;
  const known = hashesOf(copy.enrollmentId);
  for (const { key } of keys)
    if (!known.has(key)) throw new Error("A seeded sleeper has a key that nothing finds.");
}

async function rowsAbout(sql: Sql, { contactId, enrollmentId, runId }: Sleeper): Promise<string[]> {
  const queries = [
    ["contacts", `id = '${contactId}'`],
    ["contact_identities", `contact_id = '${contactId}'`],
    ["conversations", `contact_id = '${contactId}'`],
    ["enrollments", `id = '${enrollmentId}'`],
    ["messages", `enrollment_id = '${enrollmentId}'`],
    ["ledger", `enrollment_id = '${enrollmentId}'`],
    ["executor.run", `id = ${runId}`],
    ["executor.memo", `run_id = ${runId}`],
    ["executor.wake", `run_id = ${runId}`],
    ["executor.run_key", `run_id = ${runId}`],
  ];
  const rows = await sql.unsafe<{ row: string }[]>(
    queries
      .map(
        ([table, where]) => `select '${table} ' || to_jsonb(t)::text as row from ${table} t where ${where}`,
      )
      .join(" union all "),
  );
  return rows.map(({ row }) => row);
}

const shapeOf = (row: string): string =>
  row
    .replaceAll(UUID, "U")
    .replaceAll(INSTANT, "T")
    .replaceAll(/-?\d+/g, (digits) => (digits.length < 8 ? digits : "N"));
