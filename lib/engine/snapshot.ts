import type { SqlTx } from "@/db/client";
import { driverOf } from "@/lib/channels/registry";
import type { AccountFacts, ContactFacts, CurrentSend, Facts, GoalEvent, InboxFacts } from "@/lib/core/facts";
import type { ModuleSettings, SequenceSnapshot } from "@/lib/core/model";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import type { StepBlockFacts } from "@/lib/core/provider-facts";
import { type ContactSide, type ConversationRow, loadContacts } from "./contact-facts";
import { loadDraftFacts, loadMaestroFacts } from "./draft-facts";
import { goalEventsOf, loadGoalEvents } from "./goal-events";
import { loadInboxes, type PacedInbox } from "./inbox";
import { limitsOf } from "./inbox-limits";
import { loadPace, NOTHING_SENT, NOTHING_USED, type Pace, type PaceWish, reserve } from "./pace";
import { inboxPace } from "./pace-inbox";
import { loadRecords, recordKindOf } from "./record-facts";
import type { Run, RunRow } from "./run";
import { loadTemplateFacts } from "./template-facts";
import { loadVersions } from "./versions";

/**
 * Locks these enrollments (in the order of their ids, so that two batches cannot wait for each other) and loads what
 * `decide` may know of each. Everything is read after the lock is held: a stop, reply or opt-out that was committed
 * before is seen. Without a wish about pace nothing is known of what was sent lately, which is enough to end runs.
 * Unknown ids are left out.
 */
export async function lockRuns(tx: SqlTx, ids: string[], paceWish?: PaceWish): Promise<Run[]> {
  return factsOf(tx, await rowsOf(tx, ids, tx`for update`), paceWish);
}

/** The same of runs as they are at this moment, to look ahead with: nothing is locked, so nothing may be done by it. */
export async function readRuns(tx: SqlTx, ids: string[], now?: Date): Promise<Run[]> {
  return factsOf(tx, await rowsOf(tx, ids, tx``), now && { now, isReserved: false });
}

const rowsOf = (tx: SqlTx, ids: string[], lock: ReturnType<SqlTx>): Promise<RunRow[]> => tx<RunRow[]>`
  select id, sequence_id, version_id, contact_id, conversation_id, record_id, is_holdout, status, end_reason, epoch,
    driver, step_id, step_epoch, wait_from_at, due_at_override, paused_until, next_action_at, next_because, last_sent_at,
    assignee_id, enrolled_at, replies_from, queued_inbox_id, queued_at, ticket_at
  from enrollments where id = any(${[...new Set(ids)]}) order by id ${lock}`;

async function factsOf(tx: SqlTx, rows: RunRow[], paceWish?: PaceWish): Promise<Run[]> {
  if (rows.length === 0) return [];
  const contactIds = [...new Set(rows.map((row) => row.contact_id))];
  const [, account, sequences, versions, contacts, inboxes, current, agents] = await Promise.all([
    paceWish?.isReserved ? reserve(tx, contactIds) : null,
    loadAccount(tx),
    loadSequences(tx, rows),
    loadVersions(
      tx,
      rows.map((row) => row.version_id),
    ),
    loadContacts(tx, contactIds),
    loadInboxes(tx),
    loadCurrent(tx, rows),
    loadAgents(tx, rows),
  ]);
  const snapshotOf = (row: RunRow) => found(versions, row.version_id);
  const snapshots = [...new Set(rows.map(snapshotOf))];
  const [pace, records, goals, templates, maestro, drafts] = await Promise.all([
    paceWish ? loadPaceOf(tx, { account, rows, snapshotOf, contacts, inboxes }, paceWish) : NOTHING_SENT,
    loadRecordsOf(tx, rows, snapshotOf),
    loadGoalEvents(tx, rows, snapshotOf, contacts),
    loadTemplateFacts(tx, snapshots),
    loadMaestroFacts(tx, snapshots),
    loadDraftFacts(tx, rows, snapshotOf),
  ]);
  return rows.map((row) => {
    const snapshot = snapshotOf(row);
    const side = found(contacts, row.contact_id);
    const about = {
      goalEvents: goalEventsOf(snapshot, side, goals),
      lastReply: replyInThread(side, row, snapshot),
      runId: row.id,
    };
    const facts: Facts = {
      enrollment: enrollmentFacts(row),
      sequence: { id: row.sequence_id, status: found(sequences, row.sequence_id), snapshot },
      contact: contactFacts(side, about, pace),
      conversation: conversationFacts(side, row.conversation_id),
      record: (row.record_id && records.get(row.record_id)) || null,
      inboxes: inboxes.map((inbox) => inboxFacts(inbox, side, pace)),
      current: current.get(row.id) ?? null,
      settings: account.settings,
      sentAny: row.last_sent_at !== null,
      account: account.account,
      blocks: account.blocks,
      templates,
      agent: (row.assignee_id && agents.get(row.assignee_id)) || null,
      draft: drafts.get(row.id) ?? null,
      ...(maestro && { maestro }),
    };
    return { row, facts };
  });
}

type Loaded = {
  account: Awaited<ReturnType<typeof loadAccount>>;
  rows: RunRow[];
  snapshotOf: (row: RunRow) => SequenceSnapshot;
  contacts: Map<string, ContactSide>;
  inboxes: PacedInbox[];
};

function loadPaceOf(tx: SqlTx, loaded: Loaded, wish: PaceWish): Promise<Pace> {
  const { account, rows, snapshotOf, contacts, inboxes } = loaded;
  const scope = {
    settings: account.settings,
    runs: rows.map((row) => ({ contactId: row.contact_id, snapshot: snapshotOf(row) })),
    inboxes,
    conversations: [...contacts.values()].flatMap((side) => side.conversations),
  };
  return loadPace(tx, scope, wish);
}

function loadRecordsOf(tx: SqlTx, rows: RunRow[], snapshotOf: Loaded["snapshotOf"]) {
  const refs = rows.flatMap((row) => {
    const kind = row.record_id && recordKindOf(snapshotOf(row).target);
    return row.record_id && kind ? [{ kind, id: row.record_id }] : [];
  });
  return loadRecords(tx, refs);
}

const enrollmentFacts = (row: RunRow): Facts["enrollment"] => ({
  id: row.id,
  status: row.status,
  endReason: row.end_reason,
  stepId: row.step_id,
  enrolledAt: row.enrolled_at,
  waitFromAt: row.wait_from_at,
  pausedUntil: row.paused_until,
  dueAtOverride: row.due_at_override,
  isHoldout: row.is_holdout,
  repliesFrom: row.replies_from,
  recordId: row.record_id,
  ticket: row.queued_inbox_id && row.ticket_at ? { inboxId: row.queued_inbox_id, at: row.ticket_at } : null,
});

type AboutRun = {
  /** What may be its goal, latest first. */
  goalEvents: GoalEvent[];
  /** Absent: the contact's last one anywhere. */
  lastReply?: ContactFacts["lastReply"];
  /** Absent: of none that exists yet. */
  runId?: string;
};

export function contactFacts(side: ContactSide, about: AboutRun, pace: Pace): ContactFacts {
  const { contact, identities, suppressions } = side;
  const { goalEvents, lastReply = lastReplyOf(side), runId } = about;
  const addressOf = (kind: string) => identities.find((one) => one.kind === kind)?.value ?? null;
  return {
    id: contact.id,
    name: contact.name,
    firstName: contact.first_name,
    email: addressOf("email"),
    phone: addressOf("phone"),
    blockedAt: contact.blocked_at,
    deletedAt: contact.deleted_at,
    isMerged: contact.merged_into_id !== null,
    timeZone: contact.time_zone,
    preferredChannel: contact.preferred_channel,
    identities,
    attributes: contact.attributes,
    tags: contact.tags,
    suppressions: suppressions
      .filter(({ reason }) => reason !== "bounced")
      .map(({ channel, at }) => ({ channel: channel ?? "all", at })),
    lastReply,
    sends: pace.sends.get(contact.id) ?? [],
    messagedAt: pace.messagedAt.get(contact.id) ?? null,
    rivals: (pace.rivals.get(contact.id) ?? []).flatMap(({ enrollmentId, rival }) =>
      enrollmentId === runId ? [] : [rival],
    ),
    goalEvents,
  };
}

function lastReplyOf({ contact }: ContactSide): ContactFacts["lastReply"] {
  const { last_reply_at: at, last_reply_conversation_id: conversationId } = contact;
  return at && conversationId ? { at, conversationId } : null;
}

/** Where only the linked thread counts, a newer reply elsewhere must not hide the one that does. */
function replyInThread(side: ContactSide, row: RunRow, { exitRules }: SequenceSnapshot) {
  if (exitRules.onReply !== "same_conversation" || !row.conversation_id) return lastReplyOf(side);
  const at = side.conversations.find((one) => one.id === row.conversation_id)?.last_reply_at;
  return at ? { at, conversationId: row.conversation_id } : null;
}

export function conversationFacts({ conversations }: ContactSide, id: string | null): Facts["conversation"] {
  const linked = id && conversations.find((one) => one.id === id);
  if (!linked) return null;
  const { inbox_id: inboxId, status, resolved_at: resolvedAt } = linked;
  return { id: linked.id, inboxId, status, resolvedAt };
}

export function inboxFacts(inbox: PacedInbox, side: ContactSide, pace: Pace): InboxFacts {
  const { conversations, suppressions } = side;
  const thread: ConversationRow | undefined = conversations.find((one) => one.inbox_id === inbox.id);
  const driver = driverOf(inbox.provider);
  // An address that bounced is not a wish of the contact: it closes the channel without ending the run.
  const bounce = suppressions.find(
    ({ channel, reason }) => reason === "bounced" && channel === inbox.channel,
  );
  return {
    id: inbox.id,
    name: inbox.name,
    channel: inbox.channel,
    status: inbox.status,
    hasWindow: driver.hasWindow,
    hasTemplates: driver.hasTemplates,
    lastInboundAt: thread?.last_inbound_at ?? null,
    windowClosedAt: thread?.window_closed_at ?? null,
    failedAt: thread?.failed_at ?? bounce?.at ?? null,
    limits: limitsOf(inbox),
    used: pace.used.get(inbox.id) ?? NOTHING_USED,
    pace: inboxPace(inbox, side.contact.id, pace),
  };
}

type AccountSide = { account: AccountFacts; settings: ModuleSettings; blocks: StepBlockFacts[] };

export async function loadAccount(tx: SqlTx): Promise<AccountSide> {
  const [row] = await tx<AccountRow[]>`
    select a.name, s.settings,
      (select json_agg(json_build_object('stepId', b.step_id, 'inboxId', b.inbox_id, 'code', b.code, 'detail', b.detail,
          'template', case when b.template_name is not null
            then json_build_object('name', b.template_name, 'language', b.template_language) end))
        from step_blocks b where b.account_id = s.account_id and b.lifted_at is null) as blocks,
      (select json_object_agg(d.key, d.type) from attribute_definitions d where d.account_id = s.account_id) as types
    from module_settings s join accounts a on a.id = s.account_id`;
  if (!row) throw new Error("The account has no settings.");
  return {
    account: { name: row.name, attributeTypes: row.types ?? {} },
    settings: moduleSettingsSchema.parse(row.settings),
    blocks: row.blocks ?? [],
  };
}

type AccountRow = {
  name: string;
  settings: unknown;
  types: AccountFacts["attributeTypes"] | null;
  blocks: StepBlockFacts[] | null;
};

async function loadSequences(tx: SqlTx, rows: RunRow[]) {
  const ids = [...new Set(rows.map((row) => row.sequence_id))];
  const found = await tx<{ id: string; status: Facts["sequence"]["status"] }[]>`
    select id, status from sequences where id = any(${ids})`;
  return new Map(found.map((row) => [row.id, row.status]));
}

/** The send record of each run's current step, if an earlier turn made one. */
async function loadCurrent(tx: SqlTx, rows: RunRow[]): Promise<Map<string, CurrentSend>> {
  const ids = rows.filter((row) => row.step_id !== null && row.status !== "ended").map((row) => row.id);
  if (ids.length === 0) return new Map();
  const sends = await tx<SendRow[]>`
    select m.enrollment_id, m.status, m.claimed_at, m.retry_at, m.attempts
    from messages m join enrollments e
      on e.id = m.enrollment_id and e.step_id = m.step_id and e.step_epoch = m.step_epoch
    where m.enrollment_id = any(${ids})`;
  return new Map(
    sends.map((row) => [
      row.enrollment_id,
      { status: row.status, claimedAt: row.claimed_at, retryAt: row.retry_at, attempts: row.attempts },
    ]),
  );
}

type SendRow = {
  enrollment_id: string;
  status: CurrentSend["status"];
  claimed_at: Date | null;
  retry_at: Date | null;
  attempts: number;
};

async function loadAgents(tx: SqlTx, rows: RunRow[]) {
  const ids = [...new Set(rows.flatMap((row) => row.assignee_id ?? []))];
  if (ids.length === 0) return new Map<string, { name: string; email: string }>();
  const agents = await tx<{ id: string; name: string; email: string }[]>`
    select id, name, email from users where id = any(${ids})`;
  return new Map(agents.map(({ id, name, email }) => [id, { name, email }]));
}

function found<T>(map: Map<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`Row ${id} is missing in this account.`);
  return value;
}
