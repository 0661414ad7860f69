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
const TEXTS: Step["content"][] = [
  'Hi {{ contact.first_name | default: "there" }}, did you get a chance to look at our offer?',
  "{{ contact.first_name }}, I can hold the price until Friday. Shall I reserve it?",
  "I will close this for now. Just answer whenever you want to pick it up again.",
].map((text) => ({ type: "text", text }));

/** How long each run sleeps between its steps. */
export const WAIT_MS = WAIT_DAYS * 24 * 3_600_000;

/** The account whose runs are measured, made by the product's own verbs: sends go to the phone on the screen. */
export async function makeBenchAccount(now: Date) {
  const { accountId, actorId } = await openAccount("Bench");
  const number = await addNumber(accountId, { phoneNumberId: STUB_PHONE_NUMBER_ID });
  const sequenceId = await publishSteps(accountId, { actorId, contents: TEXTS, now });
  return { accountId, actorId, sequenceId, number, waitMs: WAIT_MS };
}

export async function openAccount(name: string): Promise<{ accountId: AccountId; actorId: string }> {
  const actorId = randomUUID();
  const person = { id: actorId, name, email: `${actorId}@example.com`, emailVerified: true };
  await globalDb().insert(users).values(person);
  const { accountId } = await createAccount({
    name,
    userId: actorId,
    locale: "en",
    timeZone: "UTC",
    settings: { sendingHours: openAllDay, country: "BR", currency: "BRL" },
  });
  return { accountId, actorId };
}

/** A WhatsApp number; without a `baseUrl` it is the provider's own address. */
export async function addNumber(
  accountId: AccountId,
  config: { phoneNumberId: string; baseUrl?: string },
): Promise<{ inboxId: string; appSecret: string }> {
  const appSecret = randomUUID();
  const { id: inboxId } = await addInbox(accountId, {
    name: "Number",
    channel: "whatsapp",
    provider: "whatsapp_cloud",
    config,
    secrets: { accessToken: "none", appSecret, verifyToken: "none" },
  });
  return { inboxId, appSecret };
}

/** A live sequence whose first step is sent at once and the others a wait apart. */
export async function publishSteps(
  accountId: AccountId,
  { actorId, contents, now }: { actorId: string; contents: Step["content"][]; now: Date },
): Promise<string> {
  const { id: sequenceId } = await createSequence(accountId, {
    name: "Unanswered conversation",
    actorId,
    now,
  });
  const steps = contents.map((content, index) => step(index === 0 ? 0 : WAIT_DAYS, content));
  const draft = { ...emptyDraft(), steps };
  const { draftRevision } = await saveDraft(accountId, { sequenceId, draft, draftRevision: 0, now });
  await publishSequence(accountId, { sequenceId, draftRevision, note: "", actorId, now });
  return sequenceId;
}

const step = (days: number, content: Step["content"]): Step => ({
  id: randomUUID(),
  wait: days === 0 ? { amount: 0, unit: "minutes" } : { amount: days, unit: "days" },
  channel: "automatic",
  content,
  windowClosed: { do: "skip" },
  ...STEP_DEFAULTS,
});
