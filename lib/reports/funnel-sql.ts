import type { SqlTx } from "@/db/client";
import type { SendFact } from "@/lib/core/metrics";
import type { Channel } from "@/lib/core/model";
import { conversionsMatching, ofDimensions, type SendScope } from "@/lib/sends/filter";
import { countedParts } from "./count-sends";
import { partsOf } from "./grains";
import { ofSegment, sumsNamed } from "./rollup-sql";

/** A funnel has no today: its months are taken whole where that is less to remove. */
export const NO_TODAY = "9999-12-31";

/** What a funnel asks for: of one sequence, by the day on which runs began. */
export type FunnelScope = SendScope & { sequence: string; by: "enrolled" };

type OfStep = { stepId: string | null; variantId: string | null; channel: Channel | null };
export type StepSends = OfStep & Record<SendFact, number>;
export type StepConversions = OfStep & { versionId: string; isHoldout: boolean; converted: number };

/** Sends of the funnel's runs by step, variant and channel. */
export const readStepSends = (tx: SqlTx, scope: FunnelScope, accountId: string) => {
  const { assignee, entry, version, contacts, keptSegment, zone } = scope;
  const columns = ["step_id", "variant_id", "channel"] as const;
  const asked = [
    ...(["sequence_id"] as const),
    ...(version ? ["version_id" as const] : []),
    ...(assignee ? ["assignee_id" as const] : []),
    ...(entry ? ["entry" as const] : []),
  ];
  const days = { from: scope.from, to: scope.to };
  const moment = "enrolled_at";
  const parts =
    contacts && !keptSegment
      ? [{ grain: null, days, sign: 1 as const }]
      : partsOf({ moment, columns, asked }, { days, today: NO_TODAY });
  const counting = {
    ...({ tx, accountId, zone, moment, columns } as const),
    asked: ofDimensions(tx, tx`x`, scope),
    kept: tx`${ofDimensions(tx, tx`x`, { ...scope, contacts: null })} ${ofSegment(tx, keptSegment)}`,
  };
  return tx<StepSends[]>`
    select step_id as "stepId", variant_id as "variantId", channel, ${sumsNamed(tx)}
    from (${countedParts(counting, parts, days)}) counted group by 1, 2, 3`;
};

/**
 * Conversions of the funnel's runs, with those that were held out, by the versions that the runs are in. Those of the one
 * version of a sequence are in it, without a look at each run.
 */
export const readStepConversions = (
  tx: SqlTx,
  { version: _, ...scope }: FunnelScope,
  { hasOneVersion }: { hasOneVersion: boolean },
) => tx<StepConversions[]>`
  select ${hasOneVersion ? tx`m` : tx`e`}.version_id as "versionId", m.is_holdout as "isHoldout", m.step_id as "stepId",
    m.variant_id as "variantId", m.channel, count(*)::int as converted
  from (
    select * from conversions m where ${conversionsMatching(tx, scope)}
    union all select * from conversions m where ${conversionsMatching(tx, { ...scope, holdout: "yes" })}
  ) m ${hasOneVersion ? tx`` : tx`join enrollments e on e.id = m.enrollment_id`}
  group by 1, 2, 3, 4, 5`;
