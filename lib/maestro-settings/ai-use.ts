import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AiOutcome, AiPurpose, Finding } from "@/lib/core/model-maestro";
import { DAY_MS, isoDateOf, toLocalMs } from "@/lib/core/zone";
import { type Cursor, MAX_COUNTED, type Page, toPage } from "@/lib/keyset";
import type { AiUseFilter } from "./schema";

export type AiCallListed = {
  id: string;
  at: string;
  purpose: AiPurpose;
  outcome: AiOutcome;
  model: string;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
  latencyMs: number;
  contact: { id: string; name: string } | null;
  sequence: { id: string; name: string } | null;
};

const PAGE_SIZE = 50;

/** A page of the calls that were made of models, newest first, and how many there are (counted to 10,001). */
export const listAiCalls = (
  accountId: AccountId,
  filter: AiUseFilter,
  cursor: Cursor,
): Promise<Page<AiCallListed> & { count: number }> =>
  withAccountSql(accountId, async (tx) => {
    const which = matching(tx, filter);
    const { after, before } = cursor;
    // By when they were made: the index has that before the id. A cursor of a call that is gone begins at the start.
    const edge = (id: string) => tx`(select at, id from ai_calls where id = ${id})`;
    const [rows, counted] = await Promise.all([
      tx<CallRow[]>`
        select ${listed(tx)} from ai_calls c ${joins(tx)} where ${which}
          ${after ? tx`and coalesce((c.at, c.id) < ${edge(after)}, true)` : tx``}
          ${before ? tx`and coalesce((c.at, c.id) > ${edge(before)}, true)` : tx``}
        order by c.at ${before ? tx`asc` : tx`desc`}, c.id ${before ? tx`asc` : tx`desc`} limit ${PAGE_SIZE + 1}`,
      tx<{ count: number }[]>`
        select count(*)::int as count
        from (select from ai_calls c where ${which} limit ${MAX_COUNTED + 1}) counted`,
    ]);
    return { ...toPage(rows.map(shown), cursor, PAGE_SIZE), count: counted[0]?.count ?? 0 };
  });

export type AiCallShown = AiCallListed & {
  detail: string;
  promptHash: string;
  output: Record<string, unknown> | null;
  findings: Finding[] | null;
};

/** One call with what came of it; null where the account has none of that id. */
export const aiCallOf = (accountId: AccountId, id: string): Promise<AiCallShown | null> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<(CallRow & Omit<AiCallShown, keyof AiCallListed>)[]>`
      select ${listed(tx)}, c.detail, c.prompt_hash as "promptHash", c.output, c.findings
      from ai_calls c ${joins(tx)} where c.id = ${id}`;
    if (!row) return null;
    const { detail, promptHash, output, findings } = row;
    return { ...shown(row), detail, promptHash, output, findings };
  });

export type AiUse = { calls: number; costMicros: number };
export type AiTotals = { today: AiUse; week: AiUse; month: AiUse; heldMicros: number; zone: string };

/** What calls cost today, in 7 and in 30 days, today being one of them; and what those under way may cost. */
export const aiTotals = (accountId: AccountId, now: Date): Promise<AiTotals> =>
  withAccountSql(accountId, async (tx) => {
    const [settings] = await tx<
      { zone: string }[]
    >`select settings->>'timeZone' as zone from module_settings`;
    const zone = settings?.zone ?? "UTC";
    const local = toLocalMs(now.getTime(), zone);
    const [today, week, month] = [0, 6, 29].map((days) => isoDateOf(local - days * DAY_MS));
    const days = await tx<{ day: string; calls: number; spent: string; held: string }[]>`
      select day::text, calls, spent_micros::text as spent, reserved_micros::text as held from ai_days
      where day between ${month ?? ""} and ${today ?? ""}`;
    const since = (first = "") =>
      days
        .filter(({ day }) => day >= first)
        .reduce(
          (sum, day) => ({ calls: sum.calls + day.calls, costMicros: sum.costMicros + Number(day.spent) }),
          { calls: 0, costMicros: 0 },
        );
    const heldMicros = Number(days.find(({ day }) => day === today)?.held ?? 0);
    return { today: since(today), week: since(week), month: since(month), heldMicros, zone };
  });

type CallRow = Omit<AiCallListed, "at" | "costMicros" | "contact" | "sequence"> & {
  at: Date;
  costMicros: string;
  contactId: string | null;
  contactName: string | null;
  sequenceId: string | null;
  sequenceName: string | null;
};

const listed = (tx: SqlTx) => tx`
  c.id, c.at, c.purpose, c.outcome, c.model, c.input_tokens as "inputTokens", c.output_tokens as "outputTokens",
  c.cost_micros::text as "costMicros", c.latency_ms as "latencyMs", p.id as "contactId", p.name as "contactName",
  s.id as "sequenceId", s.name as "sequenceName"`;

/** What is gone since has no name and leads nowhere. */
const joins = (tx: SqlTx) => tx`
  left join contacts p on p.id = c.contact_id and p.deleted_at is null left join sequences s on s.id = c.sequence_id`;

const matching = (tx: SqlTx, { purpose, outcome }: AiUseFilter) => tx`
  true ${purpose ? tx`and c.purpose = ${purpose}` : tx``} ${outcome ? tx`and c.outcome = ${outcome}` : tx``}`;

function shown(row: CallRow): AiCallListed {
  const { contactId, contactName, sequenceId, sequenceName, at, costMicros, ...rest } = row;
  const { id, purpose, outcome, model, inputTokens, outputTokens, latencyMs } = rest;
  return {
    ...{ id, purpose, outcome, model, inputTokens, outputTokens, latencyMs },
    at: at.toISOString(),
    costMicros: Number(costMicros),
    contact: contactId === null ? null : { id: contactId, name: contactName ?? "" },
    sequence: sequenceId === null ? null : { id: sequenceId, name: sequenceName ?? "" },
  };
}
