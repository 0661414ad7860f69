import * as z from "zod";
import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { InboxHealth, Quality } from "@/lib/core/model-inboxes";

/** What `GET /{phone number id}` is asked for, besides what it always says. */
export const HEALTH_FIELDS =
  "quality_rating,throughput,whatsapp_business_manager_messaging_limit,name_status,display_phone_number,verified_name";

const text = z.string().optional().catch(undefined);
const numberSchema = z.looseObject({
  quality_rating: text,
  throughput: z.looseObject({ level: text }).optional().catch(undefined),
  whatsapp_business_manager_messaging_limit: text,
});

/** What Meta says of a number; null where it does not answer, or not like Meta. */
export function healthOf(result: HttpAnswer | HttpFailure, now: Date): InboxHealth | null {
  if (result.kind === "failure" || result.status !== 200) return null;
  let body: unknown;
  try {
    body = JSON.parse(result.body);
  } catch {
    return null;
  }
  const parsed = numberSchema.safeParse(body);
  if (!parsed.success) return null;
  const { quality_rating, throughput, whatsapp_business_manager_messaging_limit: tier } = parsed.data;
  const perSecond = perSecondOf(throughput?.level);
  return {
    ...(quality_rating && { quality: qualityOf(quality_rating) }),
    ...limitOf(tier),
    ...(perSecond && { perSecond }),
    checkedAt: now.toISOString(),
  };
}

export function qualityOf(word: string): Quality {
  switch (word.toUpperCase()) {
    case "GREEN":
      return "green";
    case "YELLOW":
      return "yellow";
    case "RED":
      return "red";
    default:
      return "unknown";
  }
}

/** Messages a second by the level's name: 80 for every number, up to 1,000 once Meta has upgraded it. */
function perSecondOf(level: string | undefined): number | null {
  switch (level?.toUpperCase()) {
    case "STANDARD":
      return 80;
    case "HIGH":
      return 1_000;
    // An app on a phone beside the API has the number throttled.
    case "COEXISTENCE":
      return 20;
    default:
      return null;
  }
}

/**
 * Different people in 24 hours by the limit's name: `TIER_250`, `TIER_2K`, `TIER_100K`, `TIER_UNLIMITED`. Nothing for
 * names that are not known: a wrong guess would hold back or overrun.
 */
export function limitOf(tier: string | number | undefined): Pick<InboxHealth, "recipientsPerDay"> {
  if (tier === undefined) return {};
  const written = String(tier)
    .toUpperCase()
    .replace(/^TIER_/, "");
  if (written === "UNLIMITED" || written === "-1") return { recipientsPerDay: null };
  const found = /^(\d{1,9})(K?)$/.exec(written);
  if (!found) return {};
  const count = Number(found[1]) * (found[2] ? 1_000 : 1);
  return count > 0 ? { recipientsPerDay: count } : {};
}
