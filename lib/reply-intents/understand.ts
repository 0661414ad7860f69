import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { ownWords } from "@/lib/core/inbound/own-words";
import type { AiOutcome } from "@/lib/core/model-maestro";
import { meterOf } from "@/lib/engine/ai-meter";
import { type Clock, systemClock } from "@/lib/engine/clock";
import { conversationLines } from "@/lib/engine/conversation-lines";
import { endpointOf, loadMaestro, type Maestro } from "@/lib/engine/maestro";
import { dayOf } from "@/lib/engine/understood";
import { classifyReply } from "@/lib/maestro/classify-reply";
import type { ReplyAsk } from "@/lib/maestro/types";
import { settleMeaning } from "./mutations";

/** Worth another try a little later; the others say the same again. */
const PASSING: ReadonlySet<AiOutcome> = new Set(["timeout", "rate_limited", "unavailable"]);
/** Of the reply itself, and of what was said before it. */
const MOST_CHARACTERS = 4_000;
const LINES_BEFORE = 6;

type Asked = { maestro: Maestro; ask: ReplyAsk; contactId: string; conversationId: string };

/**
 * Asks Maestro what a reply means that no rule understood, once. What was understood meanwhile, whose writer is gone, or
 * that comes to be asked after Maestro was switched off is left alone. Throws where the endpoint may answer a little
 * later, so that the durable run comes again.
 */
export async function understandReply(
  accountId: AccountId,
  messageId: string,
  clock: Clock = systemClock,
): Promise<{ outcome: AiOutcome | "not_asked" | "too_late" }> {
  const asked = await withAccountSql(accountId, (tx) => loadAsked(tx, messageId, clock()));
  if (!asked) return { outcome: "not_asked" };
  const { maestro, ask, contactId, conversationId } = asked;
  const meter = meterOf(accountId, maestro.config, { contactId, conversationId }, clock());
  const meaning = await classifyReply(endpointOf(maestro), ask, meter);
  if (meaning.outcome !== "ok") {
    if (PASSING.has(meaning.outcome)) throw new Error(`The model did not answer: ${meaning.outcome}.`);
    return { outcome: meaning.outcome };
  }
  const { intent, confidence, until } = meaning;
  const understood = { intent, by: "ai" as const, until, confidence };
  const settling = { messageId, understood, actorId: null, now: clock() };
  // A person may have said it meanwhile, or another worker.
  const isSettled = await withAccountSql(accountId, (tx) =>
    settleMeaning(tx, accountId, settling, tx`intent is null`),
  );
  return { outcome: isSettled ? "ok" : "too_late" };
}

async function loadAsked(tx: SqlTx, messageId: string, now: Date): Promise<Asked | null> {
  const maestro = await loadMaestro(tx);
  if (!maestro?.isOn || !maestro.config.classifiesReplies) return null;
  const [reply] = await tx<{ text: string; contactId: string; conversationId: string; at: Date }[]>`
    select m.text, m.contact_id as "contactId", m.conversation_id as "conversationId", m.at
    from conversation_messages m join contacts c on c.id = m.contact_id and c.deleted_at is null
    where m.id = ${messageId} and m.meaning = 'reply' and m.intent is null`;
  const text = ownWords(reply?.text ?? "").slice(0, MOST_CHARACTERS);
  if (!reply || text === "") return null;
  const { contactId, conversationId } = reply;
  const said = { conversationId, before: messageId, most: LINES_BEFORE };
  const conversation = await conversationLines(tx, said);
  // "Next week" counts from the day on which it was written, and nothing is put off to a day that has gone by.
  const today = await dayOf(tx, reply.at <= now ? reply.at : now);
  return { maestro, contactId, conversationId, ask: { text, conversation, today } };
}
