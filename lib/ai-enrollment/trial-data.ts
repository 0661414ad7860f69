import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { aiEnrollmentSchema } from "@/lib/core/maestro-schemas";
import type { AiTrial } from "@/lib/core/model-maestro";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { isUuid } from "@/lib/engine/is-uuid";
import { loadMaestro } from "@/lib/engine/maestro";
import { AppError } from "@/lib/errors";
import { askOf } from "./ask";
import { loadLooking } from "./load";
import { pastCandidates } from "./past";
import { TRIAL_SAMPLE, type TrialForecast, type TrialResult, type TrialVerdict } from "./schema";

/** What is known to have happened that a sequence is made for. */
const GOOD_ENDS = ["charge.paid", "deal.won", "appointment.booked", "appointment.completed"];

type Row = Omit<TrialVerdict, "at" | "would" | "repliedAt" | "event"> & {
  at: Date;
  shouldEnroll: boolean;
  repliedAt: Date | null;
  eventName: string | null;
  eventAt: Date | null;
};

/** What the last trial found, newest first, each with what really happened afterwards; null where there was none. */
export const trialResult = (accountId: AccountId, sequenceId: string): Promise<TrialResult | null> =>
  withAccountSql(accountId, async (tx) => {
    if (!isUuid(sequenceId)) throw new AppError("not_found");
    const [kept] = await tx<{ trial: AiTrial | null; timeZone: string }[]>`
      select a.trial, coalesce(m.settings->>'timeZone', 'UTC') as "timeZone"
      from ai_enrollments a left join module_settings m on m.account_id = a.account_id
      where a.sequence_id = ${sequenceId}`;
    if (!kept?.trial) return null;
    const rows = await readRows(tx, { accountId, sequenceId, trialId: kept.trial.id });
    return resultOf(rows, kept.trial, accountZone(kept));
  });

type Which = { accountId: string; sequenceId: string; trialId: string };

const readRows = (tx: SqlTx, { accountId, sequenceId, trialId }: Which) => tx<Row[]>`
  select g.id, g.contact_id as "contactId", c.name as "contactName", g.conversation_id as "conversationId", g.at,
    g.confidence, g.reason, g.outcome, g.should_enroll as "shouldEnroll", replied.at as "repliedAt",
    event.name as "eventName", event.at as "eventAt"
  from ai_suggestions g
  join contacts c on c.id = g.contact_id
  left join lateral (
    select m.at from conversation_messages m
    where m.conversation_id = g.conversation_id and m.at > g.at and m.meaning = 'reply' order by m.at limit 1
  ) replied on true
  left join lateral (
    select e.name, e.at from contact_events e
    where e.account_id = g.account_id and e.contact_id = g.contact_id and e.name = any(${GOOD_ENDS}) and e.at > g.at
    order by e.at limit 1
  ) event on true
  where g.account_id = ${accountId} and g.sequence_id = ${sequenceId} and g.trial_id = ${trialId}
  order by g.at desc, g.id`;

/** The day's limit would have stopped it, too: within a day those count that came first. */
function resultOf(rows: readonly Row[], { config }: AiTrial, zone: string): TrialResult {
  const used = new Map<string, number>();
  const wouldBe = new Map<string, TrialVerdict["would"]>();
  for (const { id, at, outcome, shouldEnroll, confidence } of [...rows].reverse()) {
    const isHit = outcome === "ok" && shouldEnroll && confidence >= config.threshold;
    const day = isoDateOf(toLocalMs(at.getTime(), zone));
    const before = used.get(day) ?? 0;
    if (isHit) used.set(day, before + 1);
    wouldBe.set(id, isHit ? (before < config.perDay ? config.does : "over_limit") : "nothing");
  }
  const verdicts = rows.map(({ at, repliedAt, eventName, eventAt, shouldEnroll: _, ...row }) => ({
    ...row,
    at: at.toISOString(),
    would: wouldBe.get(row.id) ?? "nothing",
    repliedAt: repliedAt?.toISOString() ?? null,
    event: eventName && eventAt ? { name: eventName, at: eventAt.toISOString() } : null,
  }));
  const hits = verdicts.filter(({ would }) => would === config.does);
  return {
    verdicts,
    hits: hits.length,
    repliedAlone: hits.filter(({ repliedAt }) => repliedAt !== null).length,
  };
}

/** Measured on so many of the sample. */
const MEASURED = 5;
/** What stands around every question, and what an answer takes, in tokens. */
const FRAME_TOKENS = 500;
const ANSWER_TOKENS = 120;
const CHARACTERS_PER_TOKEN = 3.5;

/** How many conversations a trial would look at now, and what that may cost. Throws `conflict` where none can begin. */
export const trialForecast = (accountId: AccountId, sequenceId: string, now: Date): Promise<TrialForecast> =>
  withAccountSql(accountId, async (tx) => {
    if (!isUuid(sequenceId)) throw new AppError("not_found");
    const [row] = await tx<{ config: unknown }[]>`
      select config from ai_enrollments where sequence_id = ${sequenceId}`;
    const config = aiEnrollmentSchema.safeParse(row?.config);
    if (!config.success) throw new AppError("conflict", "ai_enrollment_unsaved");
    const looking = await loadLooking(tx, sequenceId, config.data);
    if (!looking) throw new AppError("conflict", "sequence_not_active");
    const wish = { accountId, sequenceId, config: config.data, most: TRIAL_SAMPLE, now };
    const { found, sample } = await pastCandidates(tx, wish);
    const maestro = await loadMaestro(tx);
    const { inputPrice = 0, outputPrice = 0 } = maestro?.config ?? {};
    if (sample.length === 0 || inputPrice + outputPrice === 0)
      return { found, calls: sample.length, costMicros: null };
    let characters = 0;
    const measured = sample.slice(0, MEASURED);
    for (const one of measured) characters += JSON.stringify(await askOf(tx, { looking, ...one })).length;
    const inputTokens = FRAME_TOKENS + characters / measured.length / CHARACTERS_PER_TOKEN;
    const perCall = inputTokens * inputPrice + ANSWER_TOKENS * outputPrice;
    return { found, calls: sample.length, costMicros: Math.ceil(perCall * sample.length) };
  });
