import type { ProviderEvent } from "@/lib/channels/driver";
import { type About, ignored } from "./about";
import { limitOf } from "./health";
import {
  accountAlertSchema,
  accountUpdateSchema,
  capabilitySchema,
  numberQualitySchema,
} from "./webhook-shapes";

type HealthEvent = Extract<ProviderEvent, { kind: "health" }>;

/** What Meta tells of a number's quality, a business account's limits and its state; null for other fields. */
export function accountEvent(field: string, raw: unknown, about: About): ProviderEvent | null {
  switch (field) {
    case "phone_number_quality_update":
      return numberQuality(raw, about);
    case "business_capability_update":
      return capability(raw, about);
    case "account_update":
      return accountUpdate(raw, about);
    case "account_alerts":
      return accountAlert(raw, about);
    default:
      return null;
  }
}

const tells = ({ scope, at }: About, said: Omit<HealthEvent, "kind" | "scope" | "at">): HealthEvent => ({
  ...{ kind: "health", scope, at },
  ...said,
});

/**
 * It names the number as people write it, which no setting of ours does: the limit is that of the whole business, and
 * what else there is to know of the number has to be asked for.
 */
function numberQuality(raw: unknown, about: About): ProviderEvent {
  const parsed = numberQualitySchema.safeParse(raw);
  if (!parsed.success) return ignored("unreadable phone_number_quality_update");
  const {
    event,
    display_phone_number: number,
    current_limit,
    max_daily_conversations_per_business,
  } = parsed.data;
  const detail = [number, event, max_daily_conversations_per_business ?? current_limit]
    .filter(Boolean)
    .join(" ");
  return tells(about, {
    health: limitOf(max_daily_conversations_per_business ?? current_limit),
    isAsked: true,
    ...(event === "FLAGGED" && { asks: "notice" }),
    code: event?.toLowerCase() ?? "quality",
    detail,
  });
}

function capability(raw: unknown, about: About): ProviderEvent {
  const parsed = capabilitySchema.safeParse(raw);
  if (!parsed.success) return ignored("unreadable business_capability_update");
  const { max_daily_conversations_per_business: perBusiness, max_daily_conversation_per_phone: perPhone } =
    parsed.data;
  const health = limitOf(perBusiness ?? perPhone);
  return tells(about, { health, code: "capability", detail: String(perBusiness ?? perPhone ?? "") });
}

function accountUpdate(raw: unknown, about: About): ProviderEvent {
  const parsed = accountUpdateSchema.safeParse(raw);
  if (!parsed.success) return ignored("unreadable account_update");
  const { event, ban_info, violation_info, restriction_info } = parsed.data;
  const asks = wishOf(parsed.data);
  if (asks === null) return ignored(`account_update ${event}`);
  const words = [
    event,
    ban_info?.waba_ban_state,
    ban_info?.waba_ban_date,
    violation_info?.violation_type,
    ...restriction_info.map(({ restriction_type: type, expiration }) =>
      [type, expiration && `until ${expiration}`].filter(Boolean).join(" "),
    ),
  ];
  return tells(about, {
    health: {},
    asks,
    code: event.toLowerCase(),
    detail: words.filter(Boolean).join(", "),
  });
}

/** Whether messages of a business may still go out; null where that says nothing about it. */
function wishOf(update: ReturnType<typeof accountUpdateSchema.parse>): HealthEvent["asks"] | null {
  switch (update.event) {
    case "DISABLED_UPDATE":
      switch (update.ban_info?.waba_ban_state) {
        case "REINSTATE":
          return "resume";
        case "DISABLE":
          return "pause";
        default:
          return "notice";
      }
    case "ACCOUNT_DELETED":
    case "PARTNER_REMOVED":
    case "PARTNER_APP_UNINSTALLED":
      return "pause";
    case "ACCOUNT_RESTRICTION": {
      const keepsFromWriting = update.restriction_info.some(
        ({ restriction_type: type }) => type === "RESTRICTED_BIZ_INITIATED_MESSAGING",
      );
      return keepsFromWriting ? "pause" : "notice";
    }
    case "ACCOUNT_VIOLATION":
      return "notice";
    default:
      return null;
  }
}

function accountAlert(raw: unknown, about: About): ProviderEvent {
  const parsed = accountAlertSchema.safeParse(raw);
  if (!parsed.success) return ignored("unreadable account_alerts");
  const { alert_severity: severity, alert_type, alert_description } = parsed.data.alert_info ?? parsed.data;
  if (severity?.toUpperCase() === "INFORMATIONAL")
    return ignored(`account_alerts ${alert_type ?? ""}`.trim());
  const code = alert_type?.toLowerCase() ?? "account_alert";
  return tells(about, { health: {}, asks: "notice", code, detail: alert_description ?? "" });
}
