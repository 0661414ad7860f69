import { randomUUID } from "node:crypto";
import { globalDb } from "@/db/client";
import { accounts } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { createAccount } from "@/lib/accounts/mutations";
import { auth } from "@/lib/auth";
import { createContact } from "@/lib/contacts/mutations";
import { type SequenceDraft, STEP_DEFAULTS, type Step } from "@/lib/core/model";
import { enroll } from "@/lib/enrollments/mutations";
import { addInbox } from "@/lib/inboxes/mutations";
import { createSequence, saveDraft } from "@/lib/sequences/mutations";
import { emptyDraft } from "@/lib/sequences/schema";
import { createTemplate } from "@/lib/templates/mutations";
import type { TemplateForm } from "@/lib/templates/schema";
import { publishSequence } from "@/lib/versions/publish";
import { seedRecords } from "./seed-records";

export const DEMO_EMAIL = "demo@follow-ups.test";
export const DEMO_PASSWORD = "follow-ups-demo";

/** Numbers that are set aside for fiction and addresses that nobody owns: nothing of the demo can reach a person. */
const CONTACTS = [
  { name: "Ana Souza", phone: "+12025550101", email: "ana@example.com", attributes: [["plan", "Premium"]] },
  { name: "Bruno Lima", phone: "+12025550102", email: "bruno@example.com", attributes: [["plan", "Basic"]] },
  { name: "Carla Mendes", phone: "+12025550103", email: "", attributes: [["plan", "Premium"]] },
  { name: "Diego Torres", phone: "+12025550104", email: "diego@example.com", attributes: [] },
  { name: "Emma Clark", phone: "+12025550105", email: "emma@example.com", attributes: [["plan", "Basic"]] },
  { name: "Felipe Rocha", phone: "+12025550106", email: "", attributes: [] },
] as const;

const DEMO_TEMPLATES: TemplateForm[] = [
  {
    name: "Thank you for your payment",
    category: "payment",
    texts: {
      en: {
        subject: "Your payment arrived",
        text: 'Hi {{ contact.first_name | default: "there" }}, your payment arrived. Thank you! Anything else I can do for you today?',
      },
      "pt-BR": {
        subject: "Seu pagamento chegou",
        text: "Oi{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! O seu pagamento chegou, obrigado. Posso ajudar em mais alguma coisa hoje?",
      },
      es: {
        subject: "Su pago llegó",
        text: "Hola{% if contact.first_name %}, {{ contact.first_name }}{% endif %}. Su pago llegó, ¡gracias! ¿Le ayudo con algo más hoy?",
      },
    },
  },
  {
    name: "A better time to talk",
    category: "follow_up",
    texts: {
      en: { text: "No hurry at all. When would be a better time to talk: this week or the next?" },
      "pt-BR": { text: "Sem pressa nenhuma. Quando fica melhor para conversar: nesta semana ou na próxima?" },
    },
  },
  {
    name: "Directions to us",
    category: "appointment",
    texts: {
      en: {
        text: 'We are at {{ appointment.location | default: "our usual address" }}. Ring the bell at the front door and we will come and get you.',
      },
    },
  },
];

/** The demo account, made by the same functions as every other one; nothing happens when there is an account already. */
export async function seedDemo(now = new Date()): Promise<boolean> {
  const [existing] = await globalDb().select({ id: accounts.id }).from(accounts).limit(1);
  if (existing) return false;
  const { user } = await auth().api.signUpEmail({
    body: { name: "Demo administrator", email: DEMO_EMAIL, password: DEMO_PASSWORD },
  });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const openAllDay = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);
  const { accountId } = await createAccount({
    name: "Demo",
    userId: user.id,
    locale: "en",
    timeZone,
    // So that whoever tries it at night sees messages arrive.
    settings: { sendingHours: openAllDay, country: "BR", currency: "BRL" },
  });
  await addInboxes(accountId);
  const contactIds = await addContacts(accountId, user.id, now);
  for (const template of DEMO_TEMPLATES) await createTemplate(accountId, { template, actorId: user.id, now });
  await seedRecords(accountId, { contactIds, actorId: user.id, now });
  await publishDemo(accountId, user.id, now, contactIds.slice(0, 4));
  return true;
}

async function addInboxes(accountId: AccountId): Promise<void> {
  for (const [name, channel] of [
    ["Sandbox mailbox", "email"],
    ["Sandbox SMS", "sms"],
  ] as const) {
    await addInbox(accountId, { name, channel, provider: "sandbox", config: {}, secrets: {} });
  }
}

async function addContacts(accountId: AccountId, actorId: string, now: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, phone, email, attributes } of CONTACTS) {
    const contact = {
      ...{ name, firstName: "", phone, email, timeZone: "", preferredChannel: "" as const },
      attributes: attributes.map(([key, value]) => ({ key, value })),
    };
    ids.push((await createContact(accountId, { contact, actorId, now })).contactId);
  }
  return ids;
}

async function publishDemo(accountId: AccountId, actorId: string, now: Date, contactIds: string[]) {
  const { id: sequenceId } = await createSequence(accountId, {
    name: "Unanswered conversation",
    actorId,
    now,
  });
  const { draftRevision } = await saveDraft(accountId, {
    sequenceId,
    draft: demoDraft(),
    draftRevision: 0,
    now,
  });
  await publishSequence(accountId, { sequenceId, draftRevision, note: "First version", actorId, now });
  await enroll(accountId, { sequenceId, contactIds, actorId, now });
}

function demoDraft(): SequenceDraft {
  const steps: Step[] = [
    step(
      "whatsapp",
      0,
      'Hi {{ contact.first_name | default: "there" }}, did you get a chance to look at our offer?',
    ),
    step("automatic", 2, "I can hold the price until Friday. Shall I reserve it for you?"),
    step(
      "email",
      3,
      "I will close this for now. Just answer this message whenever you want to pick it up again.",
      {
        subject: "Shall I close your request?",
      },
    ),
  ];
  return { ...emptyDraft(), steps, goal: { event: "paid" } };
}

const step = (
  channel: Step["channel"],
  days: number,
  text: string,
  more: { subject?: string } = {},
): Step => ({
  id: randomUUID(),
  wait: days === 0 ? { amount: 0, unit: "minutes" } : { amount: days, unit: "days", at: "10:00" },
  channel,
  content: { type: "text", text, ...more },
  windowClosed: { do: "other_channel" },
  ...STEP_DEFAULTS,
});
