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
  return { ...context, values: { ...context.values, contact: values } };
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
