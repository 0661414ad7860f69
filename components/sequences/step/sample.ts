import type { RenderContext } from "@/lib/core/liquid";
import { RECORD_KINDS, type RecordKind } from "@/lib/core/model";
import { standInRecord } from "@/lib/core/stand-in";
import { contextOf } from "@/lib/core/variables";
import type { EditorContext, SampleContact } from "@/lib/sequences/schema";

/** Somebody to show a text with while no contact is chosen. */
const SAMPLE: SampleContact["values"] = {
  name: "Ana Souza",
  first_name: "Ana",
  email: "ana@example.com",
  phone: "+5511987654321",
  tags: "vip",
};

/** What a run may be about; a preview of dates shows the contact's own. */
function sampleRecords(
  { today, settings }: Pick<EditorContext, "today" | "settings">,
  now: Date,
): RenderContext["values"] {
  const valuesOf = (kind: RecordKind) =>
    [kind, standInRecord(kind, now, today, settings.currency).values] as const;
  const records = Object.fromEntries(RECORD_KINDS.map(valuesOf));
  return { conversation: { inbox: "WhatsApp", channel: "whatsapp", status: "open" }, ...records };
}

/** What texts are filled in with: a contact's values, or a sample that has something for every attribute. */
export function renderContextOf(
  { settings, account, agent, variables, today }: EditorContext,
  contact: SampleContact | null,
  now: Date,
): RenderContext {
  const attributes = Object.fromEntries(
    variables.flatMap(({ name, label }) => (label ? [[name.replace("contact.", ""), `[${label}]`]] : [])),
  );
  const nobody = { ...NOBODY, attributes: {} };
  const context = contextOf({ contact: nobody, settings, account, agent }, now);
  const values = contact ? contact.values : { ...attributes, ...SAMPLE };
  const records = { ...sampleRecords({ today, settings }, now), ...contact?.records };
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
  isMerged: false,
  timeZone: null,
  preferredChannel: null,
  identities: [],
  tags: [],
  suppressions: [],
  lastReply: null,
  goalEvents: [],
  sends: [],
  messagedAt: null,
  rivals: [],
};
