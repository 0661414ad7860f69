import { driverOf } from "@/lib/channels/registry";
import { inboxHealthSchema, inboxLimitsSchema } from "@/lib/core/inbox-schemas";
import { type InboxHealth, type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { lesser } from "@/lib/core/pace";
import { isLimited } from "@/lib/core/shared-sends";
import type { InboxRow } from "./inbox";

type Limited = Pick<InboxRow, "provider" | "limits" | "health" | "probes">;

/** After a pause that ended by itself, until the provider has taken a message. */
const CAREFUL_PER_SECOND = 1;

/**
 * What an inbox may send: what the account has set, and no more than the provider takes; where the account has set
 * nothing, what is wise with this provider.
 */
export function limitsOf(inbox: Limited): InboxLimits {
  const known = found.get(inbox);
  if (known) return known;
  const limits = findLimits(inbox);
  found.set(inbox, limits);
  return limits;
}

/** One row is asked for each of a hundred runs. */
const found = new WeakMap<Limited, InboxLimits>();

function findLimits(inbox: Limited): InboxLimits {
  const { limits, probes } = inbox;
  const own = limits === null ? NO_INBOX_LIMITS : inboxLimitsSchema.parse(limits);
  const theirs = providerLimits(inbox);
  const perSecond = lesser(own.perSecond, theirs.perSecond);
  return {
    ...own,
    perSecond: probes > 0 ? lesser(perSecond, CAREFUL_PER_SECOND) : perSecond,
    perHour: own.perHour ?? theirs.perHour,
    perDay: own.perDay ?? theirs.perDay,
    gapSeconds: own.gapSeconds ?? theirs.gapSeconds,
    recipientsPerDay: lesser(own.recipientsPerDay, theirs.recipientsPerDay),
  };
}

export type ProviderLimits = Pick<
  InboxLimits,
  "perSecond" | "perHour" | "perDay" | "gapSeconds" | "recipientsPerDay"
> & { pairGapSeconds: number | null };

/** What the provider imposes (`perSecond`, `recipientsPerDay`, `pairGapSeconds`), and what is wise with it (the others). */
export function providerLimits({ provider, health }: Pick<Limited, "provider" | "health">): ProviderLimits {
  const pace = driverOf(provider).pace;
  const said = healthOf(health);
  return {
    perSecond: lesser(pace?.perSecond ?? null, said.perSecond ?? null),
    perHour: pace?.perHour ?? null,
    perDay: pace?.perDay ?? null,
    gapSeconds: pace?.gapSeconds ?? null,
    recipientsPerDay: said.recipientsPerDay ?? null,
    pairGapSeconds: pace?.pairGapSeconds ?? null,
  };
}

/** Whether its sends are counted. */
export const hasLimits = (inbox: Limited): boolean => isLimited({ limits: limitsOf(inbox) });

/** Inboxes with the same answer share the limit of different people. */
export function recipientScopeOf({
  id,
  provider,
  config,
}: Pick<InboxRow, "id" | "provider" | "config">): string {
  const shared = driverOf(provider).pace?.recipientScope?.(config);
  return shared ? `${provider}:${shared}` : id;
}

function healthOf(health: unknown): InboxHealth {
  if (!health || Object.keys(health).length === 0) return {};
  const parsed = inboxHealthSchema.safeParse(health);
  return parsed.success ? parsed.data : {};
}
