import type { SqlTx } from "@/db/client";
import { languageNamed, languageOfContact } from "@/lib/core/contact-language";
import { effectiveZone } from "@/lib/core/effective-zone";
import type { Facts } from "@/lib/core/facts";
import { toLocalMs } from "@/lib/core/zone";
import { languageOf } from "@/lib/maestro/language";
import type { Brief, ConversationLine } from "@/lib/maestro/types";
import { loadEarlier } from "./draft-guard";

const MOST_LINES = 12;
const MOST_EXAMPLES = 5;
/** Of one message; nobody needs more of it to answer. */
const MOST_LETTERS = 2_000;

type Wish = { facts: Facts; stepId: string; inboxId: string; learnsFromEdits: boolean };

export type DraftContext = Pick<Brief, "purpose" | "conversation" | "examples" | "earlier" | "language"> & {
  threadId: string | null;
};

/**
 * What Maestro may see besides the facts: the last messages of the thread both ways, what this run has said, how people
 * changed what was written for this step before, and what the sequence is for. Nothing of other conversations.
 */
export async function loadDraftContext(tx: SqlTx, wish: Wish): Promise<DraftContext> {
  const { facts, stepId, learnsFromEdits } = wish;
  const { id: runId } = facts.enrollment;
  const [threads, earlier, examples, purpose] = await Promise.all([
    loadThreads(tx, wish),
    loadEarlier(tx, [runId]),
    learnsFromEdits ? loadEdits(tx, stepId) : [],
    loadPurpose(tx, facts),
  ]);
  const conversation = await loadLines(tx, facts, threads.ids);
  return {
    ...{ purpose, conversation, examples },
    earlier: earlier.get(runId) ?? [],
    language: languageFor(facts, conversation),
    threadId: threads.beside,
  };
}

/** The thread of the inbox by which it goes out, and the one that the run is about. */
async function loadThreads(tx: SqlTx, { facts, inboxId }: Wish) {
  const linked = facts.conversation?.id ?? null;
  const rows = await tx<{ id: string; inbox_id: string }[]>`
    select id, inbox_id from conversations
    where contact_id = ${facts.contact.id} and (inbox_id = ${inboxId} or id = ${linked}::uuid)`;
  const beside = rows.find((row) => row.inbox_id === inboxId)?.id ?? linked;
  return { ids: rows.map(({ id }) => id), beside };
}

async function loadLines(tx: SqlTx, facts: Facts, threadIds: string[]): Promise<ConversationLine[]> {
  if (threadIds.length === 0) return [];
  const rows = await tx<{ from: ConversationLine["from"]; text: string; at: Date }[]>`
    select * from (
      select case when direction = 'inbound' then 'contact' else 'team' end as from,
        left(text, ${MOST_LETTERS}) as text, at
      from conversation_messages
      where conversation_id = any(${threadIds}) and text <> '' and (direction = 'inbound' or sent_at is not null)
      union all
      select 'sequence', left(content->>'text', ${MOST_LETTERS}), sent_at
      from messages where conversation_id = any(${threadIds}) and sent_at is not null and content->>'text' <> ''
    ) said order by at desc limit ${MOST_LINES}`;
  const { zone } = effectiveZone(facts.contact, facts.settings);
  const clock = (at: Date) => new Date(toLocalMs(at.getTime(), zone)).toISOString().slice(0, 16);
  return rows.reverse().map(({ from, text, at }) => ({ from, text, at: clock(at).replace("T", " ") }));
}

/** Maestro's words beside what a person made of them. */
const loadEdits = (tx: SqlTx, stepId: string) => tx<{ written: string; sent: string }[]>`
  select written_text as written, text as sent from drafts
  where step_id = ${stepId} and status in ('approved', 'used') and decided_at is not null and origin = 'person'
    and written_text <> text
  order by decided_at desc limit ${MOST_EXAMPLES}`;

async function loadPurpose(tx: SqlTx, { sequence }: Facts): Promise<string> {
  const [row] = await tx<{ name: string; description: string }[]>`
    select name, description from sequences where id = ${sequence.id}`;
  const { goal } = sequence.snapshot;
  return [row?.name, row?.description, goal && `Its goal: ${goal.event}`].filter(Boolean).join("\n");
}

/** What the contact's attributes name, else what the contact writes in, else the account's. */
function languageFor({ contact, settings }: Facts, conversation: ConversationLine[]): string {
  const named = languageOfContact(contact);
  if (named) return named;
  const words = conversation.flatMap(({ from, text }) => (from === "contact" ? text : [])).slice(-3);
  return languageNamed(languageOf(words.join("\n")) ?? "") ?? settings.locale;
}
