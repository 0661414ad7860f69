import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { replyReceived } from "@/inngest/events";
import { accountZone } from "@/lib/core/effective-zone";
import type { InboundMeaning } from "@/lib/core/model";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import { replyIntent } from "@/lib/core/reply-intent";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { record } from "./ledger";

export type Understood = {
  intent: ReplyIntent;
  by: "rule" | "ai" | "person";
  /** The day (ISO) that it names. */
  until: string | null;
  /** Percent; only of Maestro. */
  confidence: number | null;
};

type Received = { meaning: InboundMeaning; returnOn: string | null; text: string; at: Date };

/** What a message that comes in means besides, by rules alone; null where they are not certain, or it is no answer. */
export async function understoodAtOnce(tx: SqlTx, received: Received): Promise<Understood | null> {
  const { meaning, returnOn, text, at } = received;
  const byRule = { by: "rule" as const, confidence: null };
  if (meaning === "opt_out") return { ...byRule, intent: "opt_out", until: null };
  if (meaning === "out_of_office") return { ...byRule, intent: "out_of_office", until: returnOn };
  if (meaning !== "reply") return null;
  const found = replyIntent(text, at.toISOString().slice(0, 10));
  if (!found) return null;
  // The reader's calendar is asked only where a day was named.
  const said = found.until === undefined ? found : replyIntent(text, await dayOf(tx, at));
  return said && { ...byRule, intent: said.intent, until: said.until ?? null };
}

/** The account's own day (ISO). */
export async function dayOf(tx: SqlTx, at: Date): Promise<string> {
  const [row] = await tx<{ timeZone: string }[]>`
    select coalesce(settings->>'timeZone', 'UTC') as "timeZone" from module_settings`;
  return isoDateOf(toLocalMs(at.getTime(), accountZone(row ?? { timeZone: "UTC" })));
}

/** As `conversation_messages.intent_data` holds it. */
export const intentData = ({ until, confidence }: Pick<Understood, "until" | "confidence">) => ({
  ...(until !== null && { until }),
  ...(confidence !== null && { confidence }),
});

/** On the runs that the reply found live, beside the reply itself. */
export const recordUnderstood = (
  tx: SqlTx,
  accountId: string,
  told: {
    runIds: readonly string[];
    understood: Understood;
    conversationId: string;
    actorId: string | null;
    at: Date;
  },
): Promise<void> =>
  record(
    tx,
    accountId,
    told.runIds.map((enrollmentId) => ({
      at: told.at,
      kind: "understood" as const,
      enrollmentId,
      actorId: told.actorId,
      because: {
        code: `understood_by_${told.understood.by}`,
        data: { ...told.understood, conversationId: told.conversationId },
      },
    })),
  );

/**
 * Asks, in the transaction of the reply, that it be understood in the background, where the account's Maestro does that.
 * Receiving waits for nothing.
 */
export async function askMeaning(tx: SqlTx, accountId: string, messageId: string): Promise<void> {
  const asked = await tx`
    insert into outbox (event_id, name, data)
    select ${`reply:${messageId}`}, ${replyReceived.name},
      jsonb_build_object('accountId', ${accountId}::text, 'messageId', ${messageId}::text)
    where exists (
      select from maestro_settings
      where account_id = ${accountId} and is_on and (config->>'classifiesReplies')::boolean)`;
  if (asked.count > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
}
