import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AlertKind } from "@/lib/core/model-inboxes";
import { type AlertData, type AlertShown, isBad } from "./words";

/** More open ones than anybody reads. */
const MOST = 200;

/** What is open now, the worst and then the newest first. */
export const openAlerts = (accountId: AccountId): Promise<AlertShown[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<AlertRow[]>`
      select ${columns(tx)} from alerts where resolved_at is null order by at desc, id desc limit ${MOST}`;
    return rows.map(shownAlert).sort((a, b) => Number(b.isBad) - Number(a.isBad));
  });

export type AlertRow = {
  id: string;
  kind: AlertKind;
  inboxId: string | null;
  sequenceId: string | null;
  stepId: string | null;
  data: AlertData;
  at: Date;
  count: number;
};

export const columns = (tx: SqlTx) => tx`
  id, kind, inbox_id as "inboxId", sequence_id as "sequenceId", step_id as "stepId", data, at, count`;

export const shownAlert = (row: AlertRow): AlertShown => ({
  ...row,
  at: row.at.toISOString(),
  isBad: isBad(row.kind, row.data),
});
