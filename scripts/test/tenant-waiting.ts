import { randomUUID } from "node:crypto";
import { withAccount } from "@/db/client";
import { makeContact, makeDraft, makeEnrollment, makeMember, type makeSequence } from "@/db/factories";
import {
  aiEnrollments,
  aiSuggestions,
  alerts,
  conversationMessages,
  messages,
  notifications,
  stepBlocks,
} from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { FIRST_CONFIG } from "@/lib/ai-enrollment/schema";

/** What waits for a person in the account of a tenant. */

type Suggested = Record<"sequenceId" | "conversationId" | "contactId" | "inboxId" | "canary", string>;

/** Whom Maestro suggests, whom somebody has put aside, and an answer that it has read. */
export async function makeSuggestions(accountId: AccountId, { inboxId, canary, ...about }: Suggested) {
  const [suggestionId, dismissedSuggestionId, replyId] = [randomUUID(), randomUUID(), randomUUID()];
  const verdict = { accountId, ...about, shouldEnroll: true, confidence: 90, reason: `Reason ${canary}` };
  const config = { ...FIRST_CONFIG, instruction: `Whoever ${canary}` };
  const { conversationId, contactId } = about;
  await withAccount(accountId, async (tx) => {
    await tx.insert(aiEnrollments).values({ sequenceId: about.sequenceId, accountId, config });
    await tx.insert(aiSuggestions).values([
      { ...verdict, id: suggestionId, status: "open" },
      { ...verdict, id: dismissedSuggestionId, status: "dismissed", decidedAt: new Date() },
    ]);
    const reply = { direction: "inbound" as const, meaning: "reply" as const, text: canary };
    await tx
      .insert(conversationMessages)
      .values({ id: replyId, accountId, conversationId, contactId, inboxId, ...reply });
  });
  return { suggestionId, dismissedSuggestionId, replyId };
}

type Asked = {
  inboxId: string;
  conversationId: string;
  enrollment: Awaited<ReturnType<typeof makeEnrollment>>;
  sequence: Awaited<ReturnType<typeof makeSequence>>;
  canary: string;
};

/** A draft that waits, and one that was approved, of a run of its own. */
export async function makeDrafts(
  accountId: AccountId,
  { inboxId, enrollment, sequence, canary }: Omit<Asked, "conversationId">,
) {
  const text = `Hello ${canary}, may I help you?`;
  const third = await makeContact(accountId, { name: `Third ${canary}`, firstName: canary });
  const run = await makeEnrollment(accountId, sequence, third.id);
  const decided = { status: "approved", decidedAt: new Date(), decidedBy: randomUUID() } as const;
  const open = await makeDraft(accountId, enrollment, { inboxId, text });
  return {
    draftId: open.id,
    approvedDraftId: (await makeDraft(accountId, run, { inboxId, text, ...decided })).id,
  };
}

/** An alert of each act, and a send whose outcome nobody knows. */
export async function makeQuestions(accountId: AccountId, asked: Asked) {
  const { inboxId, conversationId, enrollment, sequence, canary } = asked;
  const stepId = sequence.snapshot.steps[0]?.id ?? randomUUID();
  const [noticeId, blockAlertId, pausedAlertId, outcomeId] = [0, 1, 2, 3].map(() => randomUUID());
  const alert = { accountId, inboxId, data: { inbox: canary, detail: canary } };
  await withAccount(accountId, async (tx) => {
    await tx.insert(alerts).values([
      { ...alert, id: noticeId, kind: "inbox_notice", dedupeKey: "notice" },
      { ...alert, id: pausedAlertId, kind: "inbox_paused", dedupeKey: "paused" },
      {
        ...alert,
        id: blockAlertId,
        kind: "step_blocked",
        dedupeKey: "block",
        stepId,
        sequenceId: sequence.sequenceId,
      },
    ]);
    await tx
      .insert(stepBlocks)
      .values({ accountId, sequenceId: sequence.sequenceId, stepId, inboxId, code: "1", detail: canary });
    await tx.insert(messages).values({
      ...{ id: outcomeId, accountId, enrollmentId: enrollment.id, contactId: enrollment.contactId, stepId },
      ...{ stepEpoch: 0, status: "unknown", inboxId, conversationId, channel: "whatsapp", address: canary },
      ...{
        content: { type: "text", text: canary, subject: null },
        claimedAt: new Date(Date.now() - 86_400_000),
      },
    });
  });
  return {
    ...{ noticeId: noticeId ?? "", blockAlertId: blockAlertId ?? "" },
    ...{ pausedAlertId: pausedAlertId ?? "", outcomeId: outcomeId ?? "" },
  };
}

/** What somebody else of the account was told. */
export async function makeNotification(
  accountId: AccountId,
  contactId: string,
  canary: string,
): Promise<string> {
  const id = randomUUID();
  const userId = await makeMember(accountId, "agent");
  await withAccount(accountId, (tx) =>
    tx.insert(notifications).values({
      ...{ id, accountId, userId, contactId, kind: "draft_waiting", dedupeKey: canary },
      data: { contact: canary },
    }),
  );
  return id;
}
