import type { SqlTx } from "@/db/client";
import type { RecordFacts } from "@/lib/core/facts";
import { type Channel, type ConversationStatus, NO_CONTACT_LIMITS, RECORD_KINDS } from "@/lib/core/model";
import { contextOf } from "@/lib/core/variables";
import { type AboutContact, aboutContact } from "@/lib/engine/about-contact";
import { agentOf } from "@/lib/engine/agent";
import { loadRecords } from "@/lib/engine/record-facts";

/** Whom an event or a click is about, as it was told. */
export type RunSubject = { contactId: string; recordId: string | null; conversationId: string | null };

export type ThreadAbout = {
  id: string;
  status: ConversationStatus;
  inbox: string;
  channel: Channel;
  assigneeId: string | null;
};

/** What the actions of a run act on, as it is now. */
export type About = {
  contact: { id: string; name: string; assigneeId: string | null; tags: string[] };
  /** The thread of the event. */
  thread: ThreadAbout | null;
  /** The same, or else the one that the contact was spoken with in last. */
  lastThread: ThreadAbout | null;
  record: RecordFacts | null;
};

/** Null when the contact is gone. One that was merged into another means that one. */
export async function loadAbout(tx: SqlTx, subject: RunSubject): Promise<About | null> {
  const [contact] = await tx<About["contact"][]>`
    with recursive meant as (
      select id, name, assignee_id, tags, deleted_at, merged_into_id, 1 as depth
      from contacts where id = ${subject.contactId}
      union all
      select c.id, c.name, c.assignee_id, c.tags, c.deleted_at, c.merged_into_id, m.depth + 1
      from contacts c join meant m on c.id = m.merged_into_id where m.depth < 20
    )
    select id, name, assignee_id as "assigneeId", tags from meant
    where merged_into_id is null and deleted_at is null`;
  if (!contact) return null;
  const threads = await tx<ThreadAbout[]>`
    select t.id, t.status, i.name as inbox, i.channel, t.assignee_id as "assigneeId"
    from conversations t join inboxes i on i.id = t.inbox_id
    where t.contact_id = ${contact.id} and i.archived_at is null
    order by coalesce(t.id = ${subject.conversationId}, false) desc, t.last_message_at desc nulls last, t.id limit 1`;
  const lastThread = threads[0] ?? null;
  const thread = lastThread?.id === subject.conversationId ? lastThread : null;
  return { contact, thread, lastThread, record: await loadRecord(tx, contact.id, subject.recordId) };
}

const TABLES = { deal: "deals", appointment: "appointments", charge: "charges" } as const;

/** An event may be about a record of any kind; that of somebody else counts as none. */
async function loadRecord(tx: SqlTx, contactId: string, id: string | null): Promise<RecordFacts | null> {
  if (!id) return null;
  for (const kind of RECORD_KINDS) {
    const [own] = await tx`select from ${tx(TABLES[kind])} where id = ${id} and contact_id = ${contactId}`;
    if (own) return (await loadRecords(tx, [{ kind, id }])).get(id) ?? null;
  }
  return null;
}

/** What a text may say, and whether the contact may be written to by the thread. */
export type Speaking = { context: ReturnType<typeof contextOf>; contact: AboutContact["contact"] };

/** `actorId` is the person who runs a macro; of a rule whoever is responsible for the thread or the contact speaks. */
export async function loadSpeaking(
  tx: SqlTx,
  { contact, record }: About,
  { thread, actorId, now }: { thread: ThreadAbout; actorId: string | null; now: Date },
): Promise<Speaking | null> {
  const snapshot = { target: "conversation" as const, goal: null, limits: NO_CONTACT_LIMITS, steps: [] };
  const about = await aboutContact(tx, { contactId: contact.id, aboutId: thread.id, snapshot, now });
  if (!about) return null;
  const agent = await agentOf(tx, actorId ?? thread.assigneeId ?? contact.assigneeId);
  return { context: contextOf({ ...about, record, agent }, now), contact: about.contact };
}
