import postgres from "postgres";

/**
 * Moves sends with an unknown outcome back in time: whoever would be waited for some hours has been silent since then.
 * The database of the browser tests is theirs alone.
 */
export async function letUnknownSendsAge(inboxId: string, hours: number): Promise<void> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await sql`
      update messages set claimed_at = claimed_at - ${hours}::int * interval '1 hour'
      where status = 'unknown' and inbox_id = ${inboxId}`;
  } finally {
    await sql.end();
  }
}
