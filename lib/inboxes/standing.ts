import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AlertData } from "@/lib/alerts/words";
import { driverOf } from "@/lib/channels/registry";
import { accountZone } from "@/lib/core/effective-zone";
import type { InboxFacts } from "@/lib/core/facts";
import { inboxHealthSchema } from "@/lib/core/inbox-schemas";
import type { Channel } from "@/lib/core/model";
import type { AlertKind, InboxHealth, InboxStatus, Provider } from "@/lib/core/model-inboxes";
import { inboxSlot, mostIn, spanAt } from "@/lib/core/pace";
import { NO_PACE, queueEstimate } from "@/lib/core/pace-place";
import { hasLimits, limitsOf, recipientScopeOf } from "@/lib/engine/inbox-limits";
import { loadRecipients, loadUsed } from "@/lib/engine/pace-inbox";
import { settingsOf } from "@/lib/settings/data";
import {
  countSent,
  countWaiting,
  loadStandingRows,
  loadTroubles,
  MOST_COUNTED,
  type StandingRow,
  type Trouble,
} from "./standing-reads";

/** So many or, when `isMore`, more. */
export type Count = { value: number; isMore: boolean };

/** How an inbox stands at this moment. Instants are ISO texts. */
export type InboxStanding = {
  id: string;
  name: string;
  channel: Channel;
  provider: Provider;
  hasBanRisk: boolean;
  status: InboxStatus;
  /** Null while it is active. */
  paused: InboxPause | null;
  health: InboxHealth;
  /** Different people in the 24 hours before, where they are limited. */
  recipients: { used: number; limit: number } | null;
  sentToday: Count;
  /** Null without a limit. */
  dayLimit: { limit: number; isWarmUp: boolean } | null;
  waiting: Count;
  /** About when the last of them has gone; null while it is paused and where nobody waits. */
  waitsUntil: string | null;
  /** The provider asked for silence until then. */
  restsUntil: string | null;
  /** The newest of the last days, whether or not it is over. */
  trouble: { kind: AlertKind; data: AlertData; at: string; isOpen: boolean } | null;
};

export type InboxPause = {
  by: "person" | "engine";
  code: string | null;
  because: string | null;
  since: string | null;
  /** When the provider is asked again; null: a person has to act. */
  probeAt: string | null;
};

export type Standings = {
  /** In whose days sends are counted. */
  timeZone: string;
  inboxes: InboxStanding[];
};

/** How every inbox of the account stands, in its order, or the one of this id. */
export async function standingsOf(
  accountId: AccountId,
  { id = null, now }: { id?: string | null; now: Date },
): Promise<Standings> {
  const timeZone = accountZone(await settingsOf(accountId));
  const midnight = spanAt("day", now, timeZone).from;
  const inboxes = await withAccountSql(accountId, async (tx) => {
    const rows = await loadStandingRows(tx, id);
    const ids = rows.map((row) => row.id);
    const uncounted = rows.filter((row) => !hasLimits(row)).map((row) => row.id);
    const scopes = rows.filter((row) => limitsOf(row).recipientsPerDay !== null).map(recipientScopeOf);
    const [used, sent, waiting, people, troubles] = await Promise.all([
      loadUsed(tx, ids),
      countSent(tx, uncounted, midnight),
      countWaiting(tx, ids),
      loadRecipients(tx, [...new Set(scopes)], { contactIds: [], now }),
      loadTroubles(tx, ids, now),
    ]);
    return rows.map((row) =>
      standingOf(row, {
        used: used.get(row.id) ?? NOTHING_USED,
        sent: sent.get(row.id) ?? 0,
        waiting: waiting.get(row.id) ?? 0,
        people: people.get(recipientScopeOf(row))?.used ?? 0,
        trouble: troubles.get(row.id) ?? null,
        ...{ now, timeZone, midnight },
      }),
    );
  });
  return { timeZone, inboxes };
}

const NOTHING_USED: InboxFacts["used"] = { minute: null, hour: null, day: null };

type Counts = {
  used: InboxFacts["used"];
  sent: number;
  waiting: number;
  people: number;
  trouble: Trouble | null;
  now: Date;
  timeZone: string;
  midnight: Date;
};

function standingOf(row: StandingRow, counts: Counts): InboxStanding {
  const { used, sent, people, trouble, now, timeZone, midnight } = counts;
  const limits = limitsOf(row);
  const most = mostIn("day", limits, now, timeZone);
  const today = used.day && used.day.from >= midnight ? used.day.count : 0;
  const waiting = queueOf(row, counts.waiting);
  return {
    ...{ id: row.id, name: row.name, channel: row.channel, provider: row.provider, status: row.status },
    hasBanRisk: driverOf(row.provider).hasBanRisk === true,
    paused: pauseOf(row),
    health: healthOf(row.health),
    recipients: limits.recipientsPerDay === null ? null : { used: people, limit: limits.recipientsPerDay },
    sentToday: hasLimits(row) ? { value: today, isMore: false } : upTo(sent),
    dayLimit: most && { limit: most.limit, isWarmUp: most.span === "warm_up" },
    waiting,
    waitsUntil: waitsUntil(row, { waiting: waiting.value, used, now, timeZone }),
    restsUntil: row.rest_until && row.rest_until > now ? row.rest_until.toISOString() : null,
    trouble: trouble && { ...trouble, at: trouble.at.toISOString() },
  };
}

const upTo = (count: number): Count => ({
  value: Math.min(count, MOST_COUNTED),
  isMore: count > MOST_COUNTED,
});

/** Beyond what is counted, the inbox's own estimate. */
const queueOf = ({ queued }: StandingRow, count: number): Count =>
  count <= MOST_COUNTED ? upTo(count) : { value: Math.max(queued, MOST_COUNTED), isMore: true };

type Queue = { waiting: number; used: InboxFacts["used"]; now: Date; timeZone: string };

function waitsUntil(row: StandingRow, { waiting, used, now, timeZone: zone }: Queue): string | null {
  if (row.status !== "active" || waiting === 0) return null;
  const limits = limitsOf(row);
  const full = inboxSlot({ limits, used }, now, zone)?.until ?? now;
  const until = row.rest_until && row.rest_until > full ? row.rest_until : full;
  return queueEstimate(
    { limits, pace: { ...NO_PACE, queued: waiting } },
    { until },
    { now, zone },
  ).toISOString();
}

function pauseOf(row: StandingRow): InboxPause | null {
  if (row.status !== "paused") return null;
  const {
    paused_by: by,
    paused_code: code,
    paused_because: because,
    paused_at: since,
    probe_at: probeAt,
  } = row;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return { by: by ?? "person", code, because, since: iso(since), probeAt: iso(probeAt) };
}

/** What an older version of the product has stored is as good as nothing. */
function healthOf(health: unknown): InboxHealth {
  const parsed = inboxHealthSchema.safeParse(health);
  return parsed.success ? parsed.data : {};
}
