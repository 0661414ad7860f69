import type { SqlTx } from "@/db/client";
import type { Channel } from "@/lib/core/model";
import {
  DEFAULT_DRAFT_EXPIRY,
  type DraftExpiry,
  type DraftOrigin,
  type DraftStatus,
} from "@/lib/core/model-maestro";
import { heldBy } from "./deciders";
import type { DraftListItem, DraftReturn, DraftVerdict, DraftWhy } from "./schema";

/** A draft as a list reads it. */
export type ListedRow = {
  id: string;
  revision: number;
  status: DraftStatus;
  enrollmentId: string;
  contactId: string;
  contactName: string;
  sequenceId: string;
  sequenceName: string;
  stepNumber: number | null;
  channel: Channel;
  excerpt: string;
  origin: DraftOrigin;
  fallback: string | null;
  returned: DraftReturn | null;
  findingCount: number;
  expiryDoes: DraftExpiry["does"] | null;
  dueAt: Date;
  openedAt: Date | null;
  expiresAt: Date | null;
  snoozedUntil: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  decidedAt: Date | null;
  decidedByName: string | null;
};

const EXCERPT_LENGTH = 200;

/** What is read of the drafts in `page`; the contact is whom the run is about now, also after a merge. */
export const listed = (tx: SqlTx) => tx`
  d.id, d.revision, d.status, d.enrollment_id as "enrollmentId", e.contact_id as "contactId",
  c.name as "contactName", d.sequence_id as "sequenceId", s.name as "sequenceName", step.number as "stepNumber",
  d.channel, left(d.text, ${EXCERPT_LENGTH}::int) as excerpt, d.origin, d.fallback, d.returned,
  jsonb_array_length(d.findings) as "findingCount", step.does as "expiryDoes", d.due_at as "dueAt",
  d.opened_at as "openedAt", d.expires_at as "expiresAt", d.snoozed_until as "snoozedUntil",
  held.user_id as "assigneeId", assignee.name as "assigneeName", d.decided_at as "decidedAt",
  decider.name as "decidedByName"
  from page d
  join enrollments e on e.id = d.enrollment_id
  join contacts c on c.id = e.contact_id
  join sequences s on s.id = d.sequence_id
  join sequence_versions v on v.id = e.version_id
  left join lateral (
    select place::int as number, one->'compose'->'expiry'->>'does' as does
    from jsonb_array_elements(v.snapshot->'steps') with ordinality as each(one, place)
    where one->>'id' = d.step_id::text
  ) step on true
  ${heldBy(tx)}
  left join users assignee on assignee.id = held.user_id
  left join users decider on decider.id = d.decided_by`;

const VERDICTS: Record<DraftStatus, DraftVerdict> = {
  failed: "pending",
  ready: "pending",
  open: "open",
  approved: "approved",
  discarded: "discarded",
  used: "sent",
  withdrawn: "withdrawn",
};

export const verdictOf = (status: DraftStatus): DraftVerdict => VERDICTS[status];

export function toItem(row: ListedRow): DraftListItem {
  const { id, revision, enrollmentId, contactId, contactName, sequenceId, sequenceName } = row;
  return {
    ...{ id, revision, enrollmentId, contactId, contactName, sequenceId, sequenceName },
    verdict: verdictOf(row.status),
    stepNumber: row.stepNumber,
    channel: row.channel,
    excerpt: row.excerpt,
    why: whyOf(row),
    findingCount: row.findingCount,
    origin: row.origin,
    dueAt: row.dueAt.toISOString(),
    openedAt: isoOf(row.openedAt),
    expiresAt: isoOf(row.expiresAt),
    expiryDoes: row.expiryDoes ?? DEFAULT_DRAFT_EXPIRY.does,
    snoozedUntil: isoOf(row.snoozedUntil),
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeName,
    decidedAt: isoOf(row.decidedAt),
    decidedByName: row.decidedByName,
  };
}

function whyOf({ returned, origin, fallback, findingCount }: ListedRow): DraftWhy {
  if (returned) return { code: "returned", because: returned };
  if (origin === "fallback" && fallback) return { code: "fallback", fallback };
  return { code: findingCount > 0 ? "findings" : "assisted" };
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;
