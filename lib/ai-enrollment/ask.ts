import type { SqlTx } from "@/db/client";
import type { VettedFact } from "@/lib/core/model-maestro";
import { conversationLines } from "@/lib/engine/conversation-lines";
import { dayOf } from "@/lib/engine/understood";
import type { Locale } from "@/lib/locale";
import type { EnrollmentAsk } from "@/lib/maestro/types";
import type { Looking } from "./load";

const MOST_ATTRIBUTES = 20;

type Wish = { looking: Looking; conversationId: string; contactId: string; at: Date };

/** What Maestro is told to judge one conversation, as it stood at a moment. */
export async function askOf(
  tx: SqlTx,
  { looking, conversationId, contactId, at }: Wish,
): Promise<EnrollmentAsk> {
  const { name, description, snapshot, config } = looking;
  const [row] = await tx<{ language: Locale }[]>`
    select coalesce(settings->>'locale', 'en') as language from module_settings`;
  return {
    instruction: config.instruction,
    purpose: [name, description, snapshot.goal ? `Goal: ${snapshot.goal.event}` : ""]
      .filter(Boolean)
      .join("\n"),
    facts: await factsOf(tx, contactId),
    conversation: await conversationLines(tx, { conversationId, until: at }),
    today: await dayOf(tx, at),
    language: row?.language ?? "en",
  };
}

/** Who the person is, in the account's own words; no address of theirs. */
async function factsOf(tx: SqlTx, contactId: string): Promise<VettedFact[]> {
  const [contact] = await tx<{ name: string; tags: string[]; attributes: Record<string, unknown> }[]>`
    select name, tags, attributes from contacts where id = ${contactId}`;
  if (!contact) return [];
  const attributes = Object.entries(contact.attributes)
    .filter(([, value]) => value !== null && value !== "")
    .slice(0, MOST_ATTRIBUTES)
    .map(
      ([key, value]): VettedFact => ({
        name: `contact.${key}`,
        kind: "text",
        value: String(value).slice(0, 200),
      }),
    );
  return [
    { name: "contact.name", kind: "name", value: contact.name },
    ...(contact.tags.length > 0
      ? [
          {
            name: "contact.tags",
            kind: "text" as const,
            value: contact.tags.slice(0, MOST_ATTRIBUTES).join(", "),
          },
        ]
      : []),
    ...attributes,
  ];
}
