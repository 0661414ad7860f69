import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Because, Decision, OutboundContent } from "@/lib/core/facts";
import { SEND_MODES, type SendMode } from "@/lib/core/metrics";
import type { Channel } from "@/lib/core/model";
import type { Place } from "@/lib/core/pace-facts";
import type { SettledRun } from "./changes";
import { type InboxRow, loadInboxes } from "./inbox";
import { recordUsed } from "./pace-count";
import { announceThreads } from "./sender";
import { storableJson } from "./storable";

/** A send that is ours to make: recorded before the provider is called, once per enrollment and step. */
export type Claim = {
  accountId: AccountId;
  enrollmentId: string;
  epoch: number;
  contactId: string;
  conversationId: string;
  messageId: string;
  stepId: string;
  stepEpoch: number;
  attempts: number;
  inbox: InboxRow;
  to: string;
  toName: string;
  locale: string;
  content: OutboundContent;
  /** What of the decision belongs to the timeline besides the message. */
  noted: Because["data"];
  /** Earlier emails of the run and the contact's answers to them, oldest first. */
  references: string[];
  /** When it may be handed over; null: at any time. */
  place: Place | null;
  /** When the step fell due: its place in the inbox's queue. */
  dueAt: Date;
};

type Draft = {
  enrollmentId: string;
  contactId: string;
  inboxId: string;
  stepId: string;
  stepEpoch: number;
  variantId: string | null;
  channel: Channel;
  address: string;
  content: OutboundContent;
  noted: Because["data"];
  mode: SendMode;
  at: Date;
  place: Place | null;
  dueAt: Date;
  /** Whose words they are; null for the step's own. */
  said: Send["draft"];
};

/**
 * Claims the sends that were decided for these locked runs. A run whose step has a record already (sent, claimed by
 * another, unknown) gets no claim: the database's constraint is what keeps a step from being sent twice.
 */
export async function claimSends(
  tx: SqlTx,
  accountId: AccountId,
  runs: SettledRun[],
): Promise<Map<string, Claim>> {
  const decided = runs.flatMap((one) =>
    one.settled.decision.kind === "send" ? [toDraft(one, one.settled.decision)] : [],
  );
  const sends = await takeDrafts(tx, decided);
  if (sends.length === 0) return new Map();
  const [threads, references, inboxes] = await Promise.all([
    openThreads(tx, accountId, sends),
    loadReferences(tx, sends),
    loadInboxes(tx),
  ]);
  const claimed = await insertClaims(
    tx,
    accountId,
    sends.map((send) => ({ ...send, conversationId: threads.get(`${send.inboxId} ${send.contactId}`) })),
  );
  const inboxOf = new Map(inboxes.map((inbox) => [inbox.id, inbox]));
  const claims = new Map<string, Claim>();
  const used: Parameters<typeof recordUsed>[2] = [];
  for (const { run } of runs) {
    const row = claimed.get(run.row.id);
    const send = sends.find((one) => one.enrollmentId === run.row.id);
    const inbox = send && inboxOf.get(send.inboxId);
    if (!row || !send || !inbox) continue;
    used.push({ facts: run.facts, inboxId: inbox.id, at: send.at, place: send.place });
    claims.set(run.row.id, {
      accountId,
      enrollmentId: run.row.id,
      epoch: run.row.epoch,
      contactId: send.contactId,
      conversationId: row.conversation_id,
      messageId: row.id,
      stepId: send.stepId,
      stepEpoch: send.stepEpoch,
      attempts: row.attempts,
      inbox,
      to: send.address,
      toName: run.facts.contact.name,
      locale: run.facts.settings.locale,
      content: send.content,
      noted: send.noted,
      references: references.get(run.row.id) ?? [],
      place: send.place,
      dueAt: run.row.queued_at ?? send.dueAt,
    });
  }
  await recordUsed(tx, accountId, used);
  return claims;
}

type Send = Extract<Decision, { kind: "send" }>;

function toDraft({ run, now }: SettledRun, decision: Send): Draft {
  return {
    enrollmentId: run.row.id,
    contactId: run.row.contact_id,
    inboxId: decision.inboxId,
    stepId: decision.stepId,
    stepEpoch: run.row.step_epoch,
    variantId: decision.variantId,
    channel: decision.channel,
    address: decision.address,
    content: decision.content,
    noted: notedOf(decision),
    mode: modeOf(decision),
    // It counts from its place, which may lie a moment ahead.
    at: decision.place?.at ?? now,
    place: decision.place,
    said: decision.draft,
    dueAt: new Date(String(decision.because.data.dueAt)),
  };
}

/**
 * The sends whose words are theirs to say: those of a draft only while it stands as it was decided about. From here on
 * nobody can take an approval back.
 */
async function takeDrafts(tx: SqlTx, sends: Draft[]): Promise<Draft[]> {
  const drafts = sends.flatMap(({ said }) => said ?? []);
  if (drafts.length === 0) return sends;
  const rows = await tx<{ id: string }[]>`
    update drafts d set status = 'used', revision = d.revision + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(drafts)}::text::jsonb) as r(id uuid, revision int)
    where d.id = any(${drafts.map(({ id }) => id)}) and d.id = r.id and d.revision = r.revision
      and d.status in ('ready', 'approved', 'used')
    returning d.id`;
  const taken = new Set(rows.map(({ id }) => id));
  return sends.filter(({ said }) => said === null || taken.has(said.id));
}

/** Little, because it is kept for every message: which variant it was, whose words by AI or why the step's own stand in
 * for them, and which category Meta had the template in. */
function notedOf({ variantId, because: { data } }: Send): Because["data"] {
  const { composeMode, fallback, draftId, category } = data;
  return {
    ...(variantId && { variantId }),
    ...(composeMode && { composeMode }),
    ...(fallback && { fallback }),
    ...(draftId && { draftId }),
    ...(category && { category }),
  };
}

/** Whose words they are. */
function modeOf({ because: { data } }: Send): SendMode {
  if (data.fallback) return "fallback";
  return SEND_MODES.find((mode) => mode === data.composeMode) ?? "static";
}

/** The thread of each send by "inbox contact"; new ones are opened, existing ones are not locked. */
async function openThreads(tx: SqlTx, accountId: string, sends: Draft[]): Promise<Map<string, string>> {
  const pairs = JSON.stringify(sends.map(({ inboxId, contactId }) => ({ inboxId, contactId })));
  const [opened, rows] = await Promise.all([
    tx<{ id: string; contact_id: string }[]>`
      insert into conversations (account_id, inbox_id, contact_id)
      select distinct ${accountId}::uuid, r."inboxId", r."contactId"
      from jsonb_to_recordset(${pairs}::text::jsonb) as r("inboxId" uuid, "contactId" uuid)
      order by 2, 3 on conflict (inbox_id, contact_id) do nothing returning id, contact_id`,
    tx<{ id: string; inbox_id: string; contact_id: string }[]>`
      select id, inbox_id, contact_id from conversations where contact_id = any(${sends.map((one) => one.contactId)})`,
  ]);
  await announceThreads(tx, accountId, opened);
  return new Map(rows.map((row) => [`${row.inbox_id} ${row.contact_id}`, row.id]));
}

async function insertClaims(
  tx: SqlTx,
  accountId: string,
  sends: (Draft & { conversationId: string | undefined })[],
): Promise<Map<string, { id: string; attempts: number; conversation_id: string }>> {
  const rows = await tx<{ enrollment_id: string; id: string; attempts: number; conversation_id: string }[]>`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, variant_id, status, channel,
      inbox_id, conversation_id, address, content, mode, attempts, claimed_at, created_at, sequence_id, version_id, assignee_id,
      entry, enrolled_at)
    select ${accountId}, e.id, r."contactId", r."stepId", r."stepEpoch", r."variantId", 'claimed',
      r.channel, r."inboxId", r."conversationId", r.address, r.content, r.mode, 1, r.at, r.at, e.sequence_id, e.version_id,
      e.assignee_id, e.entry, e.enrolled_at
    from json_to_recordset(${storableJson(sends)}::text::json) as r(
      "enrollmentId" uuid, "contactId" uuid, "stepId" uuid, "stepEpoch" smallint, "variantId" uuid, channel channel,
      "inboxId" uuid, "conversationId" uuid, address text, content json, mode text, at timestamptz)
    join enrollments e on e.id = r."enrollmentId" and e.id = any(${sends.map((send) => send.enrollmentId)})
    on conflict (enrollment_id, step_id, step_epoch) do update
      set status = 'claimed', claimed_at = excluded.claimed_at, attempts = messages.attempts + 1, retry_at = null,
        variant_id = excluded.variant_id, channel = excluded.channel, inbox_id = excluded.inbox_id,
        conversation_id = excluded.conversation_id, address = excluded.address, content = excluded.content, mode = excluded.mode,
        error_code = null, error_detail = null
      where messages.status in ('pending', 'scheduled')
    returning enrollment_id, id, attempts, conversation_id`;
  return new Map(rows.map(({ enrollment_id, ...row }) => [enrollment_id, row]));
}

async function loadReferences(tx: SqlTx, sends: Draft[]): Promise<Map<string, string[]>> {
  const ids = sends.filter(({ channel }) => channel === "email").map((one) => one.enrollmentId);
  const references = new Map<string, string[]>();
  if (ids.length === 0) return references;
  // What the contact wrote in between is of the thread, too: mail programs hang ours below it.
  const rows = await tx<{ enrollment_id: string; provider_id: string }[]>`
    select enrollment_id, provider_id, sent_at as at from messages
    where enrollment_id = any(${ids}) and channel = 'email' and provider_id is not null
    union
    select m.enrollment_id, c.provider_id, c.at
    from messages m join conversation_messages c on c.conversation_id = m.conversation_id and c.at > m.sent_at
    where m.enrollment_id = any(${ids}) and m.channel = 'email' and c.direction = 'inbound' and c.meaning = 'reply'
      and c.provider_id like '%@%'
    order by at`;
  for (const row of rows) {
    references.set(row.enrollment_id, [...(references.get(row.enrollment_id) ?? []), row.provider_id]);
  }
  return references;
}
