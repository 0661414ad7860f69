import type { SqlTx } from "@/db/client";
import type { RecordFacts } from "@/lib/core/facts";
import { RECORD_KINDS, type RecordKind, type Target } from "@/lib/core/model";
import { majorUnits } from "@/lib/core/money";

/** A deal, appointment or charge, by the target of the version whose run is about it. */
type RecordRef = { kind: RecordKind; id: string };

/** Null for a target that is about no record. */
export const recordKindOf = (target: Target): RecordKind | null =>
  RECORD_KINDS.find((kind) => kind === target) ?? null;

/** The records that exist, by their ids. Asks only for the kinds that occur. */
export async function loadRecords(tx: SqlTx, refs: RecordRef[]): Promise<Map<string, RecordFacts>> {
  const idsOf = (kind: RecordKind) => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id)),
  ];
  const rows = await Promise.all(
    RECORD_KINDS.map((kind) => {
      const ids = idsOf(kind);
      return ids.length > 0 ? LOADERS[kind](tx, ids) : [];
    }),
  );
  return new Map(rows.flat().map((record) => [record.id, record]));
}

const LOADERS: Record<RecordKind, (tx: SqlTx, ids: string[]) => Promise<RecordFacts[]>> = {
  deal: loadDeals,
  appointment: loadAppointments,
  charge: loadCharges,
};

type Money = { amount: string | null; currency: string | null };

async function loadDeals(tx: SqlTx, ids: string[]): Promise<RecordFacts[]> {
  type Row = Money & Record<"id" | "title" | "status" | "stage" | "pipeline", string> & { on: string | null };
  const rows = await tx<Row[]>`
    select d.id, d.title, d.amount, d.currency, d.status, d.expected_close_on::text as on, s.name as stage,
      p.name as pipeline
    from deals d join stages s on s.id = d.stage_id join pipelines p on p.id = s.pipeline_id
    where d.id = any(${ids})`;
  return rows.map(({ id, title, status, stage, pipeline, on, ...money }) => ({
    kind: "deal",
    id,
    date: on === null ? null : { on },
    values: { title, ...amountOf(money), status, stage, pipeline, expected_close: on },
  }));
}

async function loadAppointments(tx: SqlTx, ids: string[]): Promise<RecordFacts[]> {
  type Row = Record<"id" | "title" | "location" | "status", string> & { at: Date; endsAt: Date | null };
  const rows = await tx<Row[]>`
    select id, title, location, status, starts_at as at, ends_at as "endsAt" from appointments
    where id = any(${ids})`;
  return rows.map(({ id, title, location, status, at, endsAt }) => ({
    kind: "appointment",
    id,
    date: { at },
    values: {
      title,
      starts_at: at.toISOString(),
      ends_at: endsAt?.toISOString() ?? null,
      location,
      status,
    },
  }));
}

async function loadCharges(tx: SqlTx, ids: string[]): Promise<RecordFacts[]> {
  const rows = await tx<
    (Money & { id: string; title: string; status: string; on: string; link: string | null })[]
  >`
    select id, title, amount, currency, status, due_on::text as on, payment_url as link
    from charges where id = any(${ids})`;
  return rows.map(({ id, title, status, on, link, ...money }) => ({
    kind: "charge",
    id,
    date: { on },
    values: { title, ...amountOf(money), due_date: on, status, link },
  }));
}

/** Stored in minor units, said in major ones. */
function amountOf({ amount, currency }: Money) {
  const units = amount === null || currency === null ? null : majorUnits(Number(amount), currency);
  return { amount: units, currency };
}
