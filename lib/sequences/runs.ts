import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentWoken } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";

/**
 * Lets every live run of a sequence decide again; answers how many there were. One statement, however many they are,
 * and in the order of their ids, so that two such acts cannot wait for each other.
 */
export async function wakeRuns(tx: Tx, accountId: AccountId, sequenceId: string): Promise<number> {
  const woken = await tx.execute(sql`
    with live as (
      select id from enrollments
      where sequence_id = ${sequenceId} and status in ('active', 'paused')
      order by id for update
    ), woken as (
      update enrollments e set epoch = e.epoch + 1 from live where e.id = live.id
      returning e.id, e.epoch
    )
    insert into outbox (event_id, name, data)
    select 'wake:' || id || ':' || epoch, ${enrollmentWoken.name},
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
    from woken`);
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
  return woken.count;
}
