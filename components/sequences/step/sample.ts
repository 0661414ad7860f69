import type { RenderContext } from "@/lib/core/liquid";
import { contextOf } from "@/lib/core/variables";
import type { EditorContext, SampleContact } from "@/lib/sequences/schema";

/** Somebody to show a text with while no contact is chosen. */
const SAMPLE: SampleContact["values"] = {
  name: "Ana Souza",
  first_name: "Ana",
  email: "ana@example.com",
  phone: "+5511987654321",
};

/** The records that a run may be about, with a date a week ahead; a preview of dates shows the real ones. */
function sampleRecords(currency: string, now: Date): RenderContext["values"] {
  const inAWeek = new Date(now.getTime() + 7 * 86_400_000).toISOString();
  const money = { amount: 249.9, currency };
  return {
    conversation: { inbox: "WhatsApp", channel: "whatsapp" },
    deal: { title: "Website", ...money, status: "open", expected_close: inAWeek.slice(0, 10) },
    appointment: {
      title: "Consultation",
      starts_at: inAWeek,
      location: "Av. Paulista 1000",
      status: "booked",
    },
    charge: {
      title: "Order 1042",
      ...money,
      status: "pending",
      due_date: inAWeek.slice(0, 10),
      link: "https://pay.example.com/1042",
    },
  };
}

/** What texts are filled in with: a contact's values, or a sample that has something for every attribute. */
export function renderContextOf(
  { settings, account, agent, variables }: EditorContext,
  contact: SampleContact | null,
  now: Date,
): RenderContext {
  const attributes = Object.fromEntries(
    variables.flatMap(({ name, label }) => (label ? [[name.replace("contact.", ""), `[${label}]`]] : [])),
  );
  const nobody = { ...NOBODY, attributes: {} };
  const context = contextOf({ contact: nobody, settings, account, agent }, now);
  const values = contact ? contact.values : { ...attributes, ...SAMPLE };
  const records = { ...sampleRecords(settings.currency, now), ...contact?.records };
  return { ...context, values: { ...context.values, ...records, contact: values } };
}

const NOBODY = {
  id: "",
  name: "",
  firstName: "",
  email: null,
  phone: null,
  blockedAt: null,
  deletedAt: null,
  timeZone: null,
  preferredChannel: null,
  identities: [],
  suppressions: [],
  lastReply: null,
  goalReached: null,
  sends: [],
  messagedAt: null,
};
