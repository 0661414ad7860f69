import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { aiEnrollmentSchema } from "@/lib/core/maestro-schemas";
import type { AiTrial } from "@/lib/core/model-maestro";
import { conversationLines } from "@/lib/engine/conversation-lines";
import { isUuid } from "@/lib/engine/is-uuid";
import { loadMaestro } from "@/lib/engine/maestro";
import { AppError } from "@/lib/errors";
import { type Cursor, type Page, toPage } from "@/lib/keyset";
import { staleness } from "./expire";
import { dayBegan, usedSince } from "./load";
import type {
  AiEnrollmentState,
  SuggestionCount,
  SuggestionShown,
  VerdictFilter,
  VerdictShown,
} from "./schema";

type StateRow = AiEnrollmentState["sequence"] & {
  config: unknown;
  isOn: boolean | null;
  updatedAt: Date | null;
  lastRunAt: Date | null;
  lastOutcome: AiEnrollmentState["lastOutcome"];
  trial: AiTrial | null;
  done: number;
};

/** How it is set up for a sequence, and what it did last. Throws `not_found`. */
export const aiEnrollmentState = (
  accountId: AccountId,
  sequenceId: string,
  now: Date,
): Promise<AiEnrollmentState> =>
  withAccountSql(accountId, async (tx) => {
    if (!isUuid(sequenceId)) throw new AppError("not_found");
    const [row] = await tx<StateRow[]>`
      select s.id, s.name, s.status, s.live_version_id is not null as "isPublished", a.config, a.is_on as "isOn",
        a.updated_at as "updatedAt", a.last_run_at as "lastRunAt", a.last_outcome as "lastOutcome", a.trial, (
          select count(*)::int from ai_suggestions g
          where g.account_id = ${accountId} and g.sequence_id = s.id and g.trial_id = (a.trial->>'id')::uuid
        ) as done
      from sequences s left join ai_enrollments a on a.sequence_id = s.id
      where s.id = ${sequenceId}`;
    if (!row) throw new AppError("not_found", "sequence_not_found");
    const maestro = await loadMaestro(tx);
    const config = aiEnrollmentSchema.safeParse(row.config);
    return {
      sequence: { id: row.id, name: row.name, status: row.status, isPublished: row.isPublished },
      config: config.success ? config.data : null,
      isOn: row.isOn ?? false,
      updatedAt: row.updatedAt?.toISOString() ?? null,
      maestro: maestro ? (maestro.isOn ? "on" : "off") : "not_set_up",
      usedToday: await usedSince(tx, sequenceId, await dayBegan(tx, now)),
      lastRunAt: row.lastRunAt?.toISOString() ?? null,
      lastOutcome: row.lastOutcome,
      trial: row.trial && trialShown(row.trial, row.done),
    };
  });

const trialShown = ({ sample, ...trial }: AiTrial, done: number): AiEnrollmentState["trial"] => ({
  ...trial,
  sampled: sample.length,
  done,
});

const MOST_SUGGESTIONS = 100;
const LAST_WORDS = 3;

type SuggestionRow = Omit<SuggestionShown, "at" | "lastWords"> & { at: Date };

/** Suggestions that wait for a person, of one sequence or all, the surest first. */
export const listSuggestions = (
  accountId: AccountId,
  { sequenceId, now }: { sequenceId: string | null; now: Date },
): Promise<SuggestionShown[]> =>
  withAccountSql(accountId, async (tx) => {
    if (sequenceId !== null && !isUuid(sequenceId)) throw new AppError("not_found");
    const rows = await tx<SuggestionRow[]>`
      select g.id, g.contact_id as "contactId", c.name as "contactName", g.conversation_id as "conversationId", g.at,
        g.confidence, g.reason, s.id as "sequenceId", s.name as "sequenceName", i.name as "inboxName"
      from ai_suggestions g
      join sequences s on s.id = g.sequence_id
      join contacts c on c.id = g.contact_id
      join conversations t on t.id = g.conversation_id
      join inboxes i on i.id = t.inbox_id
      where g.account_id = ${accountId} and g.status = 'open' and ${staleness(tx, now)} is null
        ${sequenceId ? tx`and g.sequence_id = ${sequenceId}` : tx``}
      order by g.confidence desc, g.id desc limit ${MOST_SUGGESTIONS}`;
    return Promise.all(rows.map((row) => withLastWords(tx, row)));
  });

async function withLastWords(tx: SqlTx, { at, ...row }: SuggestionRow): Promise<SuggestionShown> {
  const lines = await conversationLines(tx, { conversationId: row.conversationId, most: LAST_WORDS });
  return { ...row, at: at.toISOString(), lastWords: lines.map(({ from, text }) => ({ from, text })) };
}

/** How many wait, by sequence, the most first. */
export const suggestionCounts = (accountId: AccountId, now: Date): Promise<SuggestionCount[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<SuggestionCount[]>`
      select s.id as "sequenceId", s.name as "sequenceName", count(*)::int as count
      from ai_suggestions g
      join sequences s on s.id = g.sequence_id
      join contacts c on c.id = g.contact_id
      join conversations t on t.id = g.conversation_id
      where g.account_id = ${accountId} and g.status = 'open' and ${staleness(tx, now)} is null
      group by s.id, s.name order by count(*) desc, s.id limit 20`;
    return [...rows];
  });

const PAGE_SIZE = 50;

/** Every verdict about conversations of a sequence, trials left out, newest first. */
export const listVerdicts = (
  accountId: AccountId,
  { sequenceId, filter, ...cursor }: Cursor & { sequenceId: string; filter: VerdictFilter },
): Promise<Page<VerdictShown>> =>
  withAccountSql(accountId, async (tx) => {
    const { after, before } = cursor;
    const rows = await tx<(Omit<VerdictShown, "at"> & { at: Date })[]>`
      with page as (
        select * from ai_suggestions g
        where g.account_id = ${accountId} and g.sequence_id = ${sequenceId} and not g.is_trial
          and ${matching(tx, filter)}
          ${after ? tx`and g.id < ${after}` : tx``} ${before ? tx`and g.id > ${before}` : tx``}
        order by g.id ${before ? tx`asc` : tx`desc`} limit ${PAGE_SIZE + 1}
      )
      select g.id, g.contact_id as "contactId", c.name as "contactName", g.conversation_id as "conversationId", g.at,
        g.confidence, g.reason, g.status, g.outcome, g.should_enroll as "shouldEnroll", g.refusal,
        g.enrollment_id as "enrollmentId", u.name as "decidedBy"
      from page g join contacts c on c.id = g.contact_id left join users u on u.id = g.decided_by
      order by g.id ${before ? tx`asc` : tx`desc`}`;
    return toPage(
      rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      cursor,
      PAGE_SIZE,
    );
  });

function matching(tx: SqlTx, { verdict }: VerdictFilter) {
  switch (verdict) {
    case "all":
      return tx`true`;
    case "failed":
      return tx`g.outcome <> 'ok'`;
    case "none":
      return tx`g.status = 'none' and g.outcome = 'ok'`;
    default:
      return tx`g.status = ${verdict}`;
  }
}
