import type { SqlTx } from "@/db/client";
import { partsOf } from "@/lib/conversations/thread";
import type { OutboundContent } from "@/lib/core/facts";
import type { Channel, MessageStatus } from "@/lib/core/model";
import { DAY_MS } from "@/lib/core/zone";
import type { Place } from "@/lib/list-place";
import type { TimelineEntry, TimelinePage } from "./timeline-schema";

const PAGE_SIZE = 100;
/** A reply that is told late may be older than the run that it is told on; older months need not be looked at. */
const EARLIER_DAYS = 31;

type Row = Omit<TimelineEntry, "at" | "message"> & {
  at: Date;
  place: string;
  status: MessageStatus | null;
  channel: Channel | null;
  content: OutboundContent | null;
  detail: string | null;
  providerId: string | null;
  code: string | null;
};

/** A page of a run's ledger, newest first. */
export async function readEntries(
  tx: SqlTx,
  run: { id: string; enrolledAt: Date },
  before?: Place,
): Promise<TimelinePage> {
  const rows = await tx<Row[]>`
    with page as (
      select l.* from ledger l
      where l.enrollment_id = ${run.id} and l.at >= ${earliest(run)} ${before ? behind(tx, run.id, before) : tx``}
      order by l.at desc, l.kind = 'ended' desc, l.id desc limit ${PAGE_SIZE + 1}
    )
    select l.id, l.at, l.at::text as place, l.kind, l.step_id as "stepId", l.because, u.name as "actorName",
      l.inbound_event_id as "deliveryId", m.status, m.channel, m.content, m.error_detail as detail,
      m.provider_id as "providerId", m.error_code as code
    from page l
    left join users u on u.id = l.actor_id
    left join messages m on m.enrollment_id = ${run.id} and m.id = l.message_id
    order by l.at desc, l.kind = 'ended' desc, l.id desc`;
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    entries: shown.map(toEntry),
    next: rows.length > PAGE_SIZE && last ? `${last.place}|${last.id}` : null,
  };
}

/** Prunes the months of the ledger before the run. */
export const earliest = ({ enrolledAt }: { enrolledAt: Date }): Date =>
  new Date(enrolledAt.getTime() - EARLIER_DAYS * DAY_MS);

const behind = (tx: SqlTx, enrollmentId: string, { at, id }: Place) => tx`
  and (l.at, (l.kind = 'ended')::int, l.id) < (${at}::text::timestamptz, coalesce((
    select (p.kind = 'ended')::int from ledger p
    where p.enrollment_id = ${enrollmentId} and p.at = ${at}::text::timestamptz and p.id = ${id}), 0), ${id}::uuid)`;

function toEntry({
  at,
  place,
  status,
  channel,
  content,
  detail,
  providerId,
  code,
  ...entry
}: Row): TimelineEntry {
  const text = content?.text ?? null;
  return {
    ...entry,
    at: at.toISOString(),
    message: status && { status, channel, detail, providerId, code, text, ...partsOf(content) },
  };
}
