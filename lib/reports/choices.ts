import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { reportZone } from "@/lib/sends/filter";
import type { ReportChoices } from "./schema";

/** What a report can be narrowed to, and its zone; versions only of the sequence that is chosen already. */
export const reportChoices = (accountId: AccountId, sequence?: string): Promise<ReportChoices> =>
  withAccountSql(accountId, async (tx) => {
    // Archived ones, too: their past stays in the reports.
    const sequences = await tx<ReportChoices["sequences"]>`
      select id, name from sequences where status <> 'draft' order by lower(name), id limit ${MOST}`;
    const versions = sequence
      ? await tx<ReportChoices["versions"]>`
          select id, number from sequence_versions where sequence_id = ${sequence} order by number desc limit ${MOST}`
      : [];
    const assignees = await tx<ReportChoices["assignees"]>`
      select u.id, u.name from members m join users u on u.id = m.user_id
      where m.account_id = (select current_setting('app.account_id')::uuid) order by lower(u.name), u.id limit ${MOST}`;
    const segments = await tx<ReportChoices["segments"]>`
      select id, name from segments order by lower(name), id limit ${MOST}`;
    return {
      zone: await reportZone(tx),
      sequences: [...sequences],
      versions: [...versions],
      assignees: [...assignees],
      segments: [...segments],
    };
  });

/** What a list of choices on a screen bears. */
const MOST = 500;
