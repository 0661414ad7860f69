import { randomUUID } from "node:crypto";
import { globalDb } from "@/db/client";
import { users } from "@/db/schema/tables";
import { STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import type { AccountId } from "@/lib/accounts/account-id";
import { createAccount } from "@/lib/accounts/mutations";
import { STEP_DEFAULTS, type Step } from "@/lib/core/model";
import { addInbox } from "@/lib/inboxes/mutations";
import { createSequence, saveDraft } from "@/lib/sequences/mutations";
import { emptyDraft } from "@/lib/sequences/schema";
import { publishSequence } from "@/lib/versions/publish";

const WAIT_DAYS = 30;
const openAllDay = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);

/** The account whose runs are measured, made by the product's own verbs: sends go to the phone on the screen. */
export async function makeBenchAccount(now: Date) {
  const actorId = randomUUID();
  const person = { id: actorId, name: "Bench", email: "bench@example.com", emailVerified: true };
  await globalDb().insert(users).values(person);
  const { accountId } = await createAccount({
    name: "Bench",
    userId: actorId,
    locale: "en",
    timeZone: "UTC",
    settings: { sendingHours: openAllDay, country: "BR", currency: "BRL" },
  });
  const appSecret = randomUUID();
  const { id: inboxId } = await addInbox(accountId, {
    name: "Number",
    channel: "whatsapp",
    provider: "whatsapp_cloud",
    config: { phoneNumberId: STUB_PHONE_NUMBER_ID },
    secrets: { accessToken: "none", appSecret, verifyToken: "none" },
  });
  const sequenceId = await publishSteps(accountId, actorId, now);
  return {
    accountId,
    actorId,
    sequenceId,
    number: { inboxId, appSecret },
    waitMs: WAIT_DAYS * 24 * 3_600_000,
  };
}

async function publishSteps(accountId: AccountId, actorId: string, now: Date): Promise<string> {
  const { id: sequenceId } = await createSequence(accountId, {
    name: "Unanswered conversation",
    actorId,
    now,
  });
  const draft = {
    ...emptyDraft(),
    steps: [
      step(0, 'Hi {{ contact.first_name | default: "there" }}, did you get a chance to look at our offer?'),
      step(WAIT_DAYS, "{{ contact.first_name }}, I can hold the price until Friday. Shall I reserve it?"),
      step(WAIT_DAYS, "I will close this for now. Just answer whenever you want to pick it up again."),
    ],
  };
  const { draftRevision } = await saveDraft(accountId, { sequenceId, draft, draftRevision: 0, now });
  await publishSequence(accountId, { sequenceId, draftRevision, note: "", actorId, now });
  return sequenceId;
}

const step = (days: number, text: string): Step => ({
  id: randomUUID(),
  wait: days === 0 ? { amount: 0, unit: "minutes" } : { amount: days, unit: "days" },
  channel: "automatic",
  content: { type: "text", text },
  windowClosed: { do: "skip" },
  ...STEP_DEFAULTS,
});
