import { createHash } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { HandSend } from "@/lib/conversations/by-hand";
import { sendByHand } from "@/lib/conversations/mutations";
import type { OutboundContent } from "@/lib/core/facts";
import type { Settlement } from "@/lib/core/model-inboxes";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { record } from "@/lib/engine/ledger";
import { sentByHand } from "@/lib/engine/sent-by-hand";
import { tellUnclear } from "@/lib/engine/unclear";
import { AppError } from "@/lib/errors";
import type { OutcomeRef } from "./schema";

type Settling = { as: "arrived" | "left"; actorId: string; now: Date };

/**
 * What a person says of sends whose outcome is unclear: it arrived, or nobody does anything about it. Each once; what the
 * provider or another person has settled in the meantime is left as it is. Answers how many were settled now.
 */
export async function settleOutcomes(
  accountId: AccountId,
  { outcomes, ...settling }: Settling & { outcomes: OutcomeRef[] },
): Promise<{ settled: number }> {
  let settled = 0;
  // One transaction each: whoever settles many holds no contact back for all of them.
  for (const ref of outcomes) {
    const isSettled = await withAccountSql(accountId, async (tx) => {
      const row = await find(tx, ref);
      if (!row) return false;
      await lockLiveRuns(tx, row.contactId);
      return settle(tx, accountId, row, settling);
    });
    if (isSettled) settled += 1;
  }
  await withAccountSql(accountId, (tx) => tellUnclear(tx, accountId, settling.now));
  return { settled };
}

/**
 * Sends the same words once more in the same thread, as the person's own message. Pressed twice, or by two people, it is
 * sent once. Throws `not_found`, `conflict` where it was settled otherwise in the meantime, and whatever keeps a message
 * by hand from being sent; then nothing is settled.
 */
export async function sendAgain(
  accountId: AccountId,
  {
    actorId,
    now,
    isConfirmed,
    ...ref
  }: OutcomeRef & { actorId: string; now: Date; isConfirmed?: boolean | undefined },
): Promise<HandSend> {
  const row = await withAccountSql(accountId, (tx) => find(tx, ref));
  if (!row?.content || !row.conversationId) throw new AppError("not_found");
  const { conversationId, content } = row;
  const within = async (tx: SqlTx) => {
    if (await settle(tx, accountId, row, { as: "sent_again", actorId, now })) return;
    if ((await find(tx, ref))?.settledAs !== "sent_again") throw new AppError("conflict", "outcome_settled");
  };
  const sent = await sendByHand(accountId, {
    ...{
      conversationId,
      content,
      text: content.text,
      authorId: actorId,
      id: idOfAgain(ref.id),
      isConfirmed,
      now,
      within,
    },
  });
  await withAccountSql(accountId, (tx) => tellUnclear(tx, accountId, now));
  return sent;
}

type Row = OutcomeRef & {
  contactId: string;
  conversationId: string | null;
  enrollmentId: string | null;
  stepId: string | null;
  content: OutboundContent | null;
  settledAs: Settlement | null;
};

async function find(tx: SqlTx, { source, id }: OutcomeRef): Promise<Row | undefined> {
  const columns = tx`
    id, contact_id as "contactId", conversation_id as "conversationId", content, settled_as as "settledAs"`;
  const [row] =
    source === "sequence"
      ? await tx<Row[]>`
          select 'sequence' as source, ${columns}, enrollment_id as "enrollmentId", step_id as "stepId"
          from messages where id = ${id}`
      : await tx<Row[]>`
          select 'hand' as source, ${columns}, null as "enrollmentId", null as "stepId"
          from conversation_messages where id = ${id} and direction = 'outbound'`;
  return row;
}

/** Only what is unclear still: a refused one did not arrive, whatever a person says. */
async function settle(
  tx: SqlTx,
  accountId: AccountId,
  row: Row,
  { as, actorId, now }: { as: Settlement; actorId: string; now: Date },
): Promise<boolean> {
  const values = tx`
    settled_as = ${as}, settled_at = ${now}, settled_by = ${actorId},
    status = case when ${as === "arrived"} then 'sent'::message_status else status end,
    sent_at = case when ${as === "arrived"} then coalesce(sent_at, claimed_at) else sent_at end`;
  const changed =
    row.source === "sequence"
      ? await tx<{ at: Date }[]>`
          update messages set ${values}
          where enrollment_id = ${row.enrollmentId} and id = ${row.id} and settled_at is null
            and (status = 'unknown' or (status = 'failed' and asked_at is not null and ${as !== "arrived"}))
          returning claimed_at as at`
      : await tx<{ at: Date }[]>`
          update conversation_messages set ${values}
          where id = ${row.id} and settled_at is null and status = 'unknown' returning claimed_at as at`;
  const [one] = changed;
  if (!one) return false;
  if (row.enrollmentId) {
    await record(tx, accountId, [
      {
        ...{ at: now, kind: "settled", messageId: row.id, stepId: row.stepId, actorId },
        ...{
          enrollmentId: row.enrollmentId,
          contactId: row.contactId,
          because: { code: "settled", data: { as } },
        },
      },
    ]);
  } else if (as === "arrived" && row.conversationId) {
    const { id, contactId, conversationId } = row;
    await sentByHand(tx, accountId, { id, contactId, conversationId, at: one.at });
  }
  return true;
}

/** The same message always makes the same id, so that it is sent again once, whoever presses how often. */
function idOfAgain(id: string): string {
  const hex = createHash("sha256").update(`again:${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
