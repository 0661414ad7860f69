import type { SqlTx } from "@/db/client";
import type { StepLabel } from "./schema";

/** How steps and their variants are called, as the newest version of each says. */
export type StepNames = {
  step: (sequenceId: string, stepId: string) => StepLabel;
  /** "A" is the step's own text, whose id is the step's. */
  letter: (stepId: string, variantId: string) => string | null;
};

type StepRow = { sequenceId: string; name: string; id: string | null; number: number; variants: string[] };

/** Looks into the newest version of each sequence, and into the others only for steps that it no longer has. */
export async function readStepNames(
  tx: SqlTx,
  wanted: readonly { sequenceId: string; stepId: string; variantId?: string }[],
): Promise<StepNames> {
  const ids = [...new Set(wanted.map(({ sequenceId }) => sequenceId))];
  const newest = await readSteps(tx, ids, "newest");
  const known = new Set(newest.flatMap(({ id, variants }) => (id ? [id, ...variants] : [])));
  const missing = wanted.filter(
    ({ stepId, variantId }) => ![stepId, variantId ?? stepId].every((id) => known.has(id)),
  );
  const lacking = [...new Set(missing.map(({ sequenceId }) => sequenceId))];
  const older = lacking.length > 0 ? await readSteps(tx, lacking, "all") : [];
  const sequences = new Map(newest.map((row) => [row.sequenceId, row.name]));
  const steps = new Map<string, StepRow>();
  const letters = new Map<string, string>();
  // The newest come last and stay.
  for (const row of [...older, ...newest]) {
    if (row.id) steps.set(row.id, row);
    for (const [n, id] of row.variants.entries()) letters.set(`${row.id}:${id}`, String.fromCharCode(66 + n));
  }
  return {
    step: (sequenceId, stepId) => ({
      sequenceId,
      sequence: sequences.get(sequenceId) ?? null,
      number: steps.get(stepId)?.number ?? null,
    }),
    letter: (stepId, variantId) =>
      stepId === variantId ? "A" : (letters.get(`${stepId}:${variantId}`) ?? null),
  };
}

/** Steps in the order of their versions, the oldest first; a sequence without a version has one row without a step. */
const readSteps = (tx: SqlTx, sequenceIds: readonly string[], which: "newest" | "all") => tx<StepRow[]>`
  select s.id as "sequenceId", s.name, step->>'id' as id, number::int as number,
    array(select one->>'id' from jsonb_array_elements(coalesce(step->'variants', '[]'::jsonb)) one) as variants
  from sequences s
  left join lateral (
    select v.snapshot, v.number as version from sequence_versions v where v.sequence_id = s.id
    order by v.number desc ${which === "newest" ? tx`limit 1` : tx``}
  ) v on true
  left join lateral jsonb_array_elements(v.snapshot->'steps') with ordinality as steps(step, number) on true
  where s.id = any(${sequenceIds as string[]}::uuid[])
  order by v.version`;
