import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { readStepNames } from "@/lib/reports/step-names";
import { reportZone } from "./filter";
import { type NamedFilter, NONE, type SendFilter } from "./schema";

/** How what a filter names is called; null where it has no name any more, or is of nobody here. */
export const nameFilter = (accountId: AccountId, filter: SendFilter): Promise<NamedFilter> =>
  withAccountSql(accountId, async (tx) => {
    const [names] = await tx<Omit<NamedFilter, "zone" | "stepNumber" | "variantLetter">[]>`
      select (select name from sequences where id = ${filter.sequence ?? null}) as sequence,
        (select number from sequence_versions where id = ${filter.version ?? null}) as "versionNumber",
        (select u.name from members m join users u on u.id = m.user_id
          where m.account_id = (select current_setting('app.account_id')::uuid)
            and m.user_id = ${idOf(filter.assignee)}) as assignee,
        (select name from segments where id = ${filter.segment ?? null}) as segment`;
    return {
      ...(names ?? { sequence: null, versionNumber: null, assignee: null, segment: null }),
      ...(await stepOf(tx, filter)),
      zone: await reportZone(tx),
    };
  });

const idOf = (value: string | undefined) => (value && value !== NONE ? value : null);

async function stepOf(tx: SqlTx, { sequence, step, variant }: SendFilter) {
  const [stepId, variantId] = [idOf(step), idOf(variant)];
  if (!sequence || !stepId) return { stepNumber: null, variantLetter: null };
  const names = await readStepNames(tx, [
    { sequenceId: sequence, stepId, ...(variantId ? { variantId } : {}) },
  ]);
  return {
    stepNumber: names.step(sequence, stepId).number,
    variantLetter: variantId ? names.letter(stepId, variantId) : null,
  };
}
