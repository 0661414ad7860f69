import type { SqlTx } from "@/db/client";
import { inboxHealthSchema } from "@/lib/core/inbox-schemas";
import { mostIn } from "@/lib/core/pace";
import { limitsOf } from "@/lib/engine/inbox-limits";
import type { StandingRow } from "@/lib/inboxes/standing-reads";
import { countWaiting, loadStandingRows } from "@/lib/inboxes/standing-reads";
import { bounded } from "./read-needs";
import type { InboxHealthShown } from "./schema";

type Asking = { accountId: string; zone: string; midnight: Date; now: Date };

/** How each inbox stands, in the account's order. */
export async function readInboxes(tx: SqlTx, asking: Asking): Promise<InboxHealthShown[]> {
  const { accountId, zone, midnight, now } = asking;
  const rows = await loadStandingRows(tx, null);
  const ids = rows.map(({ id }) => id);
  const [waiting, sent, heard] = await Promise.all([
    countWaiting(tx, ids),
    tx<{ id: string; sent: number }[]>`
      select inbox_id as id, count(*)::int as sent from messages
      where account_id = ${accountId} and facts & 1 = 1 and facts <> 0 and counted_at >= ${midnight}
        and inbox_id = any(${ids}) group by inbox_id`,
    tx<{ id: string; heard_at: Date | null }[]>`select id, heard_at from inboxes where id = any(${ids})`,
  ]);
  const sentOf = new Map(sent.map((row) => [row.id, row.sent]));
  const heardOf = new Map(heard.map((row) => [row.id, row.heard_at]));
  return rows.map((row) => {
    const most = mostIn("day", limitsOf(row), now, zone);
    return {
      ...{ id: row.id, name: row.name, channel: row.channel, provider: row.provider, status: row.status },
      because: row.status === "paused" ? row.paused_because : null,
      ...healthOf(row),
      sentToday: sentOf.get(row.id) ?? 0,
      dayLimit: most && { limit: most.limit, isWarmUp: most.span === "warm_up" },
      waiting: bounded(waiting.get(row.id)),
      heardAt: heardOf.get(row.id)?.toISOString() ?? null,
    };
  });
}

function healthOf({ health }: StandingRow): Pick<InboxHealthShown, "quality" | "connection"> {
  const parsed = inboxHealthSchema.safeParse(health);
  const { quality = null, connection = null } = parsed.success ? parsed.data : {};
  return { quality, connection };
}
