import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import type { CallReport, Meter } from "@/lib/maestro/types";
import { storable, storableJson } from "./storable";

/** What the calls are for; all of it may be unknown, as in a test of the connection. */
export type CallAbout = {
  enrollmentId?: string;
  contactId?: string;
  conversationId?: string;
  draftId?: string;
  sequenceId?: string;
};

/**
 * Counts what calls cost in the account's day, and lets none begin whose estimate would go over the daily budget
 * together with what was spent and what other calls hold, in whichever process they run. Every call is written into
 * the ledger of AI use. A reservation that its process did not live to settle holds until the day ends. Each of a
 * meter's calls is settled before the next is asked for.
 */
export function meterOf(accountId: AccountId, config: MaestroConfig, about: CallAbout, now: Date): Meter {
  let held: { day: string; micros: number } | null = null;
  return {
    async reserve(estimate) {
      const micros = costOf(config, estimate);
      const day = await withAccountSql(accountId, (tx) => hold(tx, { accountId, config, micros, now }));
      held = day === null ? null : { day, micros };
      return held !== null;
    },
    async settle(report) {
      const reservation = held;
      held = null;
      await withAccountSql(accountId, async (tx) => {
        const micros = reservation ? costOf(config, report) : 0;
        await writeDown(tx, { accountId, report, micros, about, now });
        // Last, as every call of the day waits for this row.
        if (reservation) await spend(tx, reservation, micros);
      });
    },
  };
}

type Tokens = { inputTokens: number; outputTokens: number };

/** Millionths of a US dollar: the prices are dollars of a million tokens. */
const costOf = ({ inputPrice, outputPrice }: MaestroConfig, { inputTokens, outputTokens }: Tokens): number =>
  Math.ceil(inputTokens * inputPrice + outputTokens * outputPrice);

type Wish = { accountId: AccountId; config: MaestroConfig; micros: number; now: Date };

/** The day whose money is held; null where it does not suffice. One statement, so that two cannot both take the rest. */
async function hold(tx: SqlTx, { accountId, config, micros, now }: Wish): Promise<string | null> {
  const [settings] = await tx<{ zone: string }[]>`select settings->>'timeZone' as zone from module_settings`;
  const day = isoDateOf(toLocalMs(now.getTime(), settings?.zone ?? "UTC"));
  const budget = config.dailyBudget === null ? null : Math.floor(config.dailyBudget * 1_000_000);
  const [held] = await tx`
    insert into ai_days as d (account_id, day, reserved_micros)
    select ${accountId}, ${day}, ${micros} where ${budget}::bigint is null or ${micros}::bigint <= ${budget}
    on conflict (account_id, day) do update set reserved_micros = d.reserved_micros + excluded.reserved_micros
      where ${budget}::bigint is null
        or d.spent_micros + d.reserved_micros + excluded.reserved_micros <= ${budget}
    returning day`;
  return held ? day : null;
}

async function spend(tx: SqlTx, held: { day: string; micros: number }, micros: number): Promise<void> {
  await tx`
    update ai_days set calls = calls + 1, spent_micros = spent_micros + ${micros},
      reserved_micros = reserved_micros - ${held.micros}
    where day = ${held.day}`;
}

type Entry = { accountId: AccountId; report: CallReport; micros: number; about: CallAbout; now: Date };

async function writeDown(tx: SqlTx, { accountId, report, micros, about, now }: Entry): Promise<void> {
  // Of a person who was erased while the model thought only what it cost is kept.
  const isKept = about.contactId === undefined || (await isSomebody(tx, about.contactId));
  const json = (value: object | null) => (value === null || !isKept ? null : storableJson(value));
  await tx`
    insert into ai_calls (account_id, at, purpose, outcome, detail, model, input_tokens, output_tokens, cost_micros,
      latency_ms, prompt_hash, output, findings, enrollment_id, contact_id, conversation_id, draft_id, sequence_id)
    values (${accountId}, ${now}, ${report.purpose}, ${report.outcome}, ${isKept ? storable(report.detail) : ""}, ${report.model},
      ${report.inputTokens}, ${report.outputTokens}, ${micros}, ${report.latencyMs}, ${report.promptHash},
      ${json(report.output)}::text::jsonb, ${json(report.findings)}::text::jsonb, ${about.enrollmentId ?? null},
      ${about.contactId ?? null}, ${about.conversationId ?? null}, ${about.draftId ?? null},
      ${about.sequenceId ?? null})`;
}

/** Whether the contact is there still; held against whoever erases the person until the transaction ends. */
export async function isSomebody(tx: SqlTx, contactId: string): Promise<boolean> {
  const rows = await tx`select from contacts where id = ${contactId} and deleted_at is null for key share`;
  return rows.length > 0;
}
