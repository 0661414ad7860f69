import { withAccountSnapshot } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { NO_SENDS } from "@/lib/core/metrics";
import { askFor } from "@/lib/segments/members";
import { sendScope } from "@/lib/sends/filter";
import { type RunCount, readRuns, readStanding } from "./funnel-runs";
import type {
  Funnel,
  FunnelCounts,
  FunnelExit,
  FunnelFilter,
  FunnelStep,
  FunnelVersion,
} from "./funnel-schema";
import {
  type FunnelScope,
  readStepConversions,
  readStepSends,
  type StepConversions,
  type StepSends,
} from "./funnel-sql";
import { type KnownStep, knownSteps, readVersions, type VersionSteps } from "./funnel-steps";

/**
 * What became of the runs of a sequence that began in a period, at one moment. Each number is the count of a list: of
 * sends (`/sends?by=enrolled`) or of runs (`/enrollments`). Throws AppError `not_found` for a sequence or segment that
 * does not exist; a period in the future has zeros.
 */
export async function funnelOf(
  accountId: AccountId,
  filter: FunnelFilter,
  now: Date = new Date(),
): Promise<Funnel> {
  await askFor(accountId, filter.segment, now);
  return withAccountSnapshot(accountId, async (tx) => {
    const scope: FunnelScope = {
      ...(await sendScope(tx, { ...filter, by: "enrolled" })),
      ...{ sequence: filter.sequence, by: "enrolled" },
    };
    const { sequence, versions } = await readVersions(tx, filter.sequence);
    const sends = await readStepSends(tx, scope, accountId);
    const runs = await readRuns(tx, scope);
    const standing = await readStanding(tx, scope);
    const conversions = await readStepConversions(tx, scope, { hasOneVersion: versions.length === 1 });
    const read = { versions, sends: [...sends], runs: [...runs], conversions: [...conversions] };
    return {
      ...{ sequence, zone: scope.zone, from: scope.from ?? null, to: scope.to ?? null },
      membersAt: scope.membersAt?.toISOString() ?? null,
      ...assembled({ ...read, standing: [...standing] }, scope.version),
    };
  });
}

type Read = {
  versions: VersionSteps[];
  sends: StepSends[];
  runs: RunCount[];
  /** The live ones, with the steps at which they stand. */
  standing: RunCount[];
  conversions: StepConversions[];
};

function assembled(
  all: Read,
  version: string | undefined,
): Omit<Funnel, "sequence" | "zone" | "membersAt" | "from" | "to"> {
  const isMeant = <Row extends { versionId: string }>(row: Row) => !version || row.versionId === version;
  const meant = all.runs.filter(isMeant);
  const treated = meant.filter(({ isHoldout }) => !isHoldout);
  const ended = treated.filter(({ status }) => status === "ended");
  const standing = all.standing.filter((row) => isMeant(row) && !row.isHoldout);
  const conversions = all.conversions.filter(isMeant);
  const converted = conversions.filter(({ isHoldout }) => !isHoldout);
  const happened = new Set(
    [...all.sends, ...ended, ...standing, ...converted].flatMap(({ stepId }) => stepId ?? []),
  );
  const at =
    (stepId: string | null) =>
    <Row extends { stepId: string | null }>(row: Row) =>
      row.stepId === stepId;
  const liveAt = (stepId: string | null) => {
    const here = standing.filter(at(stepId));
    return {
      active: runsOf(here.filter(({ status }) => status === "active")),
      paused: runsOf(here.filter(({ status }) => status === "paused")),
    };
  };
  const steps = knownSteps(all.versions, version, happened).map((step) => ({
    ...countedStep(step, all.sends.filter(at(step.stepId)), converted.filter(at(step.stepId))),
    ...liveAt(step.stepId),
    exits: exitsOf(ended.filter(at(step.stepId))),
  }));
  return {
    began: runsOf(treated),
    active: runsOf(treated.filter(({ status }) => status === "active")),
    paused: runsOf(treated.filter(({ status }) => status === "paused")),
    ended: runsOf(ended),
    holdouts: {
      began: runsOf(meant.filter(({ isHoldout }) => isHoldout)),
      converted: convertedOf(conversions.filter(({ isHoldout }) => isHoldout)),
    },
    converted: convertedOf(converted),
    convertedBefore: convertedOf(converted.filter(at(null))),
    steps,
    after: { ...liveAt(null), exits: exitsOf(ended.filter(at(null))) },
    exits: exitsOf(ended),
    versions: byVersion(all, version),
  };
}

type Counted = Omit<FunnelStep, "active" | "paused" | "exits">;

function countedStep(
  { variantIds, ...step }: KnownStep,
  sends: StepSends[],
  conversions: StepConversions[],
): Counted {
  const divided = <Key extends "variantId" | "channel">(key: Key) => {
    const values = new Set([...sends, ...conversions].map((row) => row[key]));
    return [...values].map((value) => ({
      [key]: value,
      ...countsOf(
        sends.filter((row) => row[key] === value),
        conversions.filter((row) => row[key] === value),
      ),
    })) as (FunnelCounts & Record<Key, StepSends[Key]>)[];
  };
  const letterOf = (id: string | null) => {
    const index = id === null ? -1 : variantIds.indexOf(id);
    return index < 0 ? null : String.fromCharCode(65 + index);
  };
  const variants = divided("variantId").map((one) => ({ ...one, letter: letterOf(one.variantId) }));
  const order = ({ letter }: { letter: string | null }) => letter ?? "~";
  return {
    ...step,
    ...countsOf(sends, conversions),
    variants: variants.every(({ variantId }) => variantId === null)
      ? []
      : variants.sort((a, b) => order(a).localeCompare(order(b))),
    channels: divided("channel").sort((a, b) => b.reached - a.reached),
  };
}

function countsOf(sends: StepSends[], conversions: StepConversions[]): FunnelCounts {
  const counts = { ...NO_SENDS, converted: convertedOf(conversions) };
  for (const row of sends)
    for (const fact of Object.keys(counts) as (keyof typeof counts)[])
      if (fact !== "converted") counts[fact] += row[fact];
  return { ...counts, reached: counts.attempted + counts.skipped };
}

function exitsOf(ended: RunCount[]): FunnelExit[] {
  const exits = new Map<FunnelExit["reason"], number>();
  for (const { reason, runs } of ended) if (reason) exits.set(reason, (exits.get(reason) ?? 0) + runs);
  return [...exits].map(([reason, runs]) => ({ reason, runs })).sort((a, b) => b.runs - a.runs);
}

function byVersion({ versions, runs, conversions }: Read, shown: string | undefined): FunnelVersion[] {
  const rows = versions.map(({ id, number }) => {
    const own = runs.filter(({ versionId, isHoldout }) => versionId === id && !isHoldout);
    const converted = conversions.filter(({ versionId, isHoldout }) => versionId === id && !isHoldout);
    return {
      ...{ id, number, began: runsOf(own), converted: convertedOf(converted) },
      live: runsOf(own.filter(({ status }) => status !== "ended")),
    };
  });
  return rows.filter(({ id, began, converted }) => began > 0 || converted > 0 || id === shown);
}

const runsOf = (rows: RunCount[]): number => rows.reduce((sum, { runs }) => sum + runs, 0);
const convertedOf = (rows: StepConversions[]): number =>
  rows.reduce((sum, { converted }) => sum + converted, 0);
