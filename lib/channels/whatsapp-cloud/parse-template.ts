import type { ProviderEvent } from "@/lib/channels/driver";
import { type About, ignored } from "./about";
import { templateChangeSchema } from "./webhook-shapes";

type TemplateEvent = Extract<ProviderEvent, { kind: "template" }>;
type Change = Pick<TemplateEvent, "status" | "category" | "quality" | "reason" | "isRewritten">;

/** What Meta tells of a template; null for fields that are about something else. */
export function templateEvent(field: string, raw: unknown, { scope, at }: About): ProviderEvent | null {
  const read = FIELDS[field];
  if (!read) return null;
  const parsed = templateChangeSchema.safeParse(raw);
  if (!parsed.success) return ignored(`unreadable ${field}`);
  const value = parsed.data;
  return {
    kind: "template",
    scope,
    name: value.message_template_name,
    // Webhooks write `en-US` where the list has `en_US`.
    language: value.message_template_language.replaceAll("-", "_"),
    providerId: value.message_template_id ?? null,
    ...read(value),
    at,
  };
}

type Value = ReturnType<typeof templateChangeSchema.parse>;

const FIELDS: Record<string, (value: Value) => Change> = {
  message_template_status_update: statusChange,
  message_template_quality_update: ({ new_quality_score: quality }) => ({
    ...(quality && { quality }),
    reason: null,
  }),
  template_category_update: ({ new_category: category, correct_category: coming }) => ({
    ...(category && { category }),
    reason: coming ? `Meta will change its category to ${coming}` : null,
  }),
  message_template_components_update: () => ({ isRewritten: true, reason: null }),
};

function statusChange({ event = "", reason, other_info, disable_info, rejection_info }: Value): Change {
  const words = [
    reason === "NONE" ? undefined : reason,
    other_info?.title,
    other_info?.description,
    rejection_info?.reason,
    disable_info?.disable_date,
  ];
  const said = words.filter(Boolean).join(": ") || null;
  switch (event.toUpperCase()) {
    // A flagged template may still be sent, and one that comes back is as it was before: the list knows how.
    case "":
    case "FLAGGED":
    case "UNARCHIVED":
      return { isRewritten: true, reason: said };
    case "REINSTATED":
      return { status: "APPROVED", reason: said };
    default:
      return { status: event.toUpperCase(), reason: said };
  }
}
