import { randomUUID } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import type { RunSubject } from "./about";
import { carryOut } from "./carry-out";
import { foreseeActions } from "./perform";
import type { Foreseen, MacroRun } from "./schema";

type OnThread = { macroId: string; conversationId: string; actorId: string; now: Date };

/**
 * Carries out a macro in a conversation for the person who clicked, and answers what came of each action; what a crash
 * interrupts is finished later. Throws `not_found` for an unknown thread and for a macro that is archived or another
 * person's own.
 */
export async function runMacro(accountId: AccountId, asked: OnThread): Promise<MacroRun> {
  const { macroId, conversationId, actorId, now } = asked;
  const runId = await withAccountSql(accountId, async (tx) => {
    const { actions, subject } = await loadMacro(tx, asked);
    const [run] = await tx<{ id: string }[]>`
      insert into rule_runs (account_id, macro_id, event, event_key, contact_id, conversation_id, status, actions,
        actor_id, at)
      values (${accountId}, ${macroId}, 'macro', ${`macro:${randomUUID()}`}, ${subject.contactId}, ${conversationId},
        'running', ${tx.json(actions)}, ${actorId}, ${now})
      returning id`;
    if (!run) throw new AppError("unavailable");
    return run.id;
  });
  return { runId, results: await carryOut(accountId, runId, now) };
}

/** What `runMacro` would do now, without doing it. Throws as it. */
export async function foreseeMacro(accountId: AccountId, asked: OnThread): Promise<Foreseen[]> {
  const { actorId, now } = asked;
  const { name, actions, subject } = await withAccountSql(accountId, (tx) => loadMacro(tx, asked));
  return foreseeActions(actions, { accountId, subject, event: name, method: "macro", actorId, now });
}

async function loadMacro(tx: SqlTx, { macroId, conversationId, actorId }: OnThread) {
  const [macro] = await tx<{ name: string; actions: RuleAction[] }[]>`
    select name, actions from macros
    where id = ${macroId} and archived_at is null and (owner_id is null or owner_id = ${actorId})`;
  const [thread] = await tx<{ contactId: string }[]>`
    select t.contact_id as "contactId" from conversations t
    join contacts c on c.id = t.contact_id and c.deleted_at is null where t.id = ${conversationId}`;
  if (!macro || !thread) throw new AppError("not_found");
  const subject: RunSubject = { contactId: thread.contactId, recordId: null, conversationId };
  return { ...macro, subject };
}
