import type { AccountId } from "@/lib/accounts/account-id";
import { difference, proportion } from "@/lib/core/intervals";
import { isEnough } from "@/lib/core/metrics";
import { type HeldCell, readHeld } from "./read-runs";
import { withReport } from "./read-scope";
import type { Lift, LiftRow, ReportFilter } from "./schema";

/**
 * What messages brought: of each sequence the share of runs that converted, with and without them. Sequences are never
 * added up, because each holds out a share of its own. Throws as `withReport`.
 */
export const liftOf = (accountId: AccountId, filter: ReportFilter, now: Date): Promise<Lift> =>
  withReport(accountId, filter, now, async (scope) => {
    const cells = await readHeld(scope);
    const ids = [...new Set(cells.map(({ sequenceId }) => sequenceId))];
    const names = await scope.tx<{ id: string; name: string }[]>`
      select id, name from sequences where id = any(${ids}::uuid[])`;
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const rows = ids.map((id) => liftRow(id, nameOf.get(id) ?? null, cells));
    return { zone: scope.zone, period: scope.period, rows: rows.sort(mostRunsFirst) };
  });

function liftRow(sequenceId: string, sequence: string | null, cells: readonly HeldCell[]): LiftRow {
  const of = (isHoldout: boolean) => {
    const cell = cells.find((one) => one.sequenceId === sequenceId && one.isHoldout === isHoldout);
    return cell ? proportion(cell.converted, cell.began) : null;
  };
  const [treated, holdout] = [of(false), of(true)];
  const lift = treated && holdout ? difference(holdout, treated) : null;
  return {
    ...{ sequenceId, sequence, treated, holdout, lift },
    isEnough: isEnough(treated?.of ?? 0) && isEnough(holdout?.of ?? 0),
  };
}

const runsOf = ({ treated, holdout }: LiftRow) => (treated?.of ?? 0) + (holdout?.of ?? 0);
const mostRunsFirst = (a: LiftRow, b: LiftRow) =>
  runsOf(b) - runsOf(a) || (a.sequenceId < b.sequenceId ? -1 : 1);
