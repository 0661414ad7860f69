import type { SqlTx } from "@/db/client";
import type { InboxFacts } from "@/lib/core/facts";
import type { ModuleSettings, SequenceSnapshot } from "@/lib/core/model";
import { SENDS_KEPT_MS } from "@/lib/core/pace";
import type { ConversationRow } from "./contact-facts";
import type { PacedInbox } from "./inbox";
import { hasLimits, limitsOf, providerLimits, recipientScopeOf } from "./inbox-limits";
import {
  loadPairs,
  loadPlaces,
  loadRecipients,
  loadUsed,
  type PlaceRow,
  type RecipientsRow,
} from "./pace-inbox";
import { loadRivals, type RivalRun } from "./rivals";

/** How what was sent lately is read. */
export type PaceWish = {
  now: Date;
  /** Whether a send may be decided by it: see `reserve`. */
  isReserved: boolean;
};

/** What was sent lately; empty where no limit and no rule asks. */
export type Pace = {
  /** Of a sequence, by contact, oldest first. */
  sends: Map<string, Date[]>;
  /** Of anybody, by contact. */
  messagedAt: Map<string, Date>;
  /** Runs that compete for a contact's room, by contact. */
  rivals: Map<string, RivalRun[]>;
  /** By inbox. */
  used: Map<string, InboxFacts["used"]>;
  places: Map<string, PlaceRow>;
  /** When somebody wrote to the contact by the inbox, by "inbox contact". */
  pairs: Map<string, Date>;
  /** By the scope of the limit. */
  recipients: Map<string, RecipientsRow>;
};

type Followed = {
  contactId: string;
  /** Without a priority nobody is yielded to. */
  snapshot: Pick<SequenceSnapshot, "limits" | "steps"> & Partial<Pick<SequenceSnapshot, "priority">>;
};

type Scope = {
  settings: ModuleSettings;
  runs: Followed[];
  inboxes: PacedInbox[];
  conversations: ConversationRow[];
};

export const NOTHING_USED: InboxFacts["used"] = { minute: null, hour: null, day: null };
export const NOTHING_SENT: Pace = {
  ...{ sends: new Map(), messagedAt: new Map(), rivals: new Map(), used: new Map() },
  ...{ places: new Map(), pairs: new Map(), recipients: new Map() },
};

/** Reads what limits and rules about earlier messages ask for. Costs nothing where none is set. */
export async function loadPace(tx: SqlTx, scope: Scope, wish: PaceWish): Promise<Pace> {
  const asked = new Set(scope.runs.filter((run) => asksForSends(run, scope.settings)).map(idOf));
  const contactIds = [...asked];
  const competing = scope.runs.filter((run) => asked.has(run.contactId) && isYielding(run.snapshot));
  const paced = scope.inboxes.filter((inbox) => hasLimits(inbox) || inbox.is_queued);
  const inboxIds = paced.map((inbox) => inbox.id);
  const scopes = scopesOf(paced);
  const since = new Date(wish.now.getTime() - SENDS_KEPT_MS);
  const threads = scope.conversations.filter((one) => asked.has(one.contact_id));
  // The lock is sent first and the others follow on the same connection without waiting for its answer.
  const locked = wish.isReserved && inboxIds.length > 0 ? reserve(tx, [...inboxIds, ...scopes]) : null;
  const [, sends, messages, rivals, used, places, pairs, recipients] = await Promise.all([
    locked,
    loadSends(tx, contactIds, since),
    loadMessages(tx, threads, since),
    loadRivals(tx, [...new Set(competing.map(idOf))]),
    loadUsed(tx, inboxIds),
    loadPlaces(tx, inboxIds),
    loadPairs(tx, threadsWithGap(scope), wish.now),
    loadRecipients(tx, scopes, { contactIds: scope.runs.map(idOf), now: wish.now }),
  ]);
  const messagedAt = new Map(messages);
  for (const [contactId, times] of sends) {
    const [last, other] = [times.at(-1), messagedAt.get(contactId)];
    if (last && !(other && other > last)) messagedAt.set(contactId, last);
  }
  return { sends, messagedAt, rivals, used, places, pairs, recipients };
}

/** Nobody goes before the highest priority. */
const isYielding = ({ priority }: Followed["snapshot"]) => priority !== undefined && priority !== "high";

const scopesOf = (inboxes: PacedInbox[]): string[] => [
  ...new Set(
    inboxes
      .filter((inbox) => limitsOf(inbox).recipientsPerDay !== null)
      .map((inbox) => recipientScopeOf(inbox)),
  ),
];

function threadsWithGap({ inboxes, conversations }: Scope): ConversationRow[] {
  const ids = new Set(
    inboxes.filter((inbox) => providerLimits(inbox).pairGapSeconds !== null).map((inbox) => inbox.id),
  );
  return ids.size === 0 ? [] : conversations.filter((one) => ids.has(one.inbox_id));
}

const idOf = ({ contactId }: Followed) => contactId;

function asksForSends({ snapshot }: Followed, settings: ModuleSettings): boolean {
  return (
    [settings.limits, snapshot.limits].some((limits) => Object.values(limits).some((one) => one !== null)) ||
    snapshot.steps.some(({ skipRules }) => skipRules.some((rule) => rule.when === "messaged_within"))
  );
}

/**
 * Nobody else decides sends for these contacts or by these inboxes until the transaction ends, so that two cannot take
 * the last place under a limit. Contacts are reserved always, also by runs without a limit, because their sends count
 * for those with one. The order is runs, contacts, inboxes, each by its key. They are advisory locks: no row is locked,
 * so a reply, which writes to the contact after the thread, can never wait in a circle with a send.
 */
export async function reserve(tx: SqlTx, ids: string[]): Promise<void> {
  await tx`
    select pg_advisory_xact_lock(key)
    from (select distinct hashtextextended(id, ${RESERVATION}) as key from unnest(${ids}::text[]) id order by key) k`;
}

/** Keeps these keys apart from those of other advisory locks. */
const RESERVATION = 7_305_003;

/** When a message was claimed that may have reached the person. Found by the runs: none is sent after its run's end. */
async function loadSends(tx: SqlTx, contactIds: string[], since: Date): Promise<Map<string, Date[]>> {
  const sends = new Map<string, Date[]>();
  if (contactIds.length === 0) return sends;
  const runs = await tx<{ id: string }[]>`
    select id from enrollments where contact_id = any(${contactIds}) and status in ('active', 'paused')
    union all
    select id from enrollments where contact_id = any(${contactIds}) and status = 'ended' and ended_at > ${since}`;
  const rows = await tx<{ contact_id: string; at: Date }[]>`
    select contact_id, claimed_at as at from messages
    where enrollment_id = any(${runs.map(({ id }) => id)}) and claimed_at > ${since}
      and status in ('claimed', 'unknown', 'sent', 'delivered', 'read', 'replied')
    order by claimed_at`;
  for (const { contact_id, at } of rows) {
    const times = sends.get(contact_id);
    if (times) times.push(at);
    else sends.set(contact_id, [at]);
  }
  return sends;
}

/** What people wrote by hand. Found by the threads, whose messages are in the order of time. */
async function loadMessages(
  tx: SqlTx,
  threads: ConversationRow[],
  since: Date,
): Promise<(readonly [string, Date])[]> {
  if (threads.length === 0) return [];
  const rows = await tx<{ contact_id: string; at: Date }[]>`
    select contact_id, max(at) as at from conversation_messages
    where conversation_id = any(${threads.map(({ id }) => id)}) and direction = 'outbound' and at > ${since}
    group by contact_id`;
  return rows.map((row) => [row.contact_id, row.at] as const);
}
