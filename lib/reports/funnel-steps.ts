import type { SqlTx } from "@/db/client";
import type { SequenceStatus, Step } from "@/lib/core/model";
import { AppError } from "@/lib/errors";

export type FunnelSequence = { id: string; name: string; status: SequenceStatus };
export type VersionSteps = { id: string; number: number; steps: Step[] };
export type KnownStep = {
  stepId: string;
  number: number | null;
  channel: Step["channel"] | null;
  name: string | null;
  text: string | null;
  /** The step's own text first. */
  variantIds: string[];
};

/** The sequence and all its versions, the newest first. Throws AppError `not_found`. */
export async function readVersions(
  tx: SqlTx,
  sequenceId: string,
): Promise<{ sequence: FunnelSequence; versions: VersionSteps[] }> {
  const [sequence] = await tx<
    FunnelSequence[]
  >`select id, name, status from sequences where id = ${sequenceId}`;
  if (!sequence) throw new AppError("not_found", "sequence_not_found");
  const versions = await tx<VersionSteps[]>`
    select id, number, snapshot->'steps' as steps from sequence_versions
    where sequence_id = ${sequenceId} order by number desc`;
  return { sequence, versions };
}

/**
 * The steps that are shown: those of `shown` (the newest version where it is none) in their order, then those of other
 * versions in which something happened, then those that no version has.
 */
export function knownSteps(
  versions: VersionSteps[],
  shown: string | undefined,
  happened: Set<string>,
): KnownStep[] {
  const main = versions.find(({ id }) => id === shown) ?? versions[0];
  const known = new Map<string, KnownStep>();
  for (const [index, step] of (main?.steps ?? []).entries()) known.set(step.id, described(step, index + 1));
  for (const step of versions.flatMap(({ steps }) => steps))
    if (!known.has(step.id) && happened.has(step.id)) known.set(step.id, described(step, null));
  for (const stepId of happened)
    if (!known.has(stepId))
      known.set(stepId, { stepId, number: null, channel: null, name: null, text: null, variantIds: [] });
  return [...known.values()];
}

const described = (step: Step, number: number | null): KnownStep => ({
  stepId: step.id,
  number,
  channel: step.channel,
  name: step.name ?? null,
  text: step.content.type === "template" ? step.content.template.name : excerpt(step.content.text),
  variantIds: step.variants?.length > 0 ? [step.id, ...step.variants.map(({ id }) => id)] : [],
});

const MOST_SHOWN = 120;
const excerpt = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, MOST_SHOWN);
