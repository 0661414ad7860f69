import type { ContactFilter } from "@/lib/contacts/schema";
import type { Audience } from "@/lib/enrollments/schema";

/** Whom the person means: chosen one by one, all that a search finds, those of one import or segment, or all of a list. */
export type AudienceChoice =
  | { kind: "chosen"; contacts: { id: string; name: string }[] }
  | { kind: "matching"; search: string }
  | { kind: "imported"; importedAt: string }
  | { kind: "listed"; filter: ContactFilter }
  | { kind: "segment"; segmentId: string };

/** What the server is asked for; null while nobody is chosen. */
export function audienceOf(choice: AudienceChoice): Audience | null {
  switch (choice.kind) {
    case "chosen":
      if (choice.contacts.length === 0) return null;
      return { kind: "contacts", ids: choice.contacts.map((contact) => contact.id) };
    case "matching":
      return { kind: "filter", filter: choice.search.trim() ? { search: choice.search.trim() } : {} };
    case "imported":
      return { kind: "filter", filter: { importedAt: choice.importedAt } };
    case "segment":
      return choice.segmentId ? { kind: "filter", filter: { segment: choice.segmentId } } : null;
    case "listed":
      return { kind: "filter", filter: choice.filter };
  }
}
