import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { spanAt } from "@/lib/core/pace";
import { withReport } from "@/lib/reports/read-scope";
import { settingsOf } from "@/lib/settings/data";
import { findTroubles } from "@/lib/troubles/data";
import { readAhead } from "./read-ahead";
import { readFigures } from "./read-figures";
import { readInboxes } from "./read-inboxes";
import { readNeeds } from "./read-needs";
import type { Overview } from "./schema";

/**
 * The account at a glance, as somebody of the team sees it. Nothing here reads a table whole: numbers of the past come
 * from the rollups, everything else is counted by an index until nobody needs it more exactly.
 */
export async function overviewOf(accountId: AccountId, now: Date, userId: string): Promise<Overview> {
  const settings = await settingsOf(accountId);
  const zone = accountZone(settings);
  const midnight = spanAt("day", now, zone).from;
  const [figures, standing, ahead] = await Promise.all([
    withReport(accountId, { days: "30" }, now, async (scope) => ({
      ...(await readFigures(scope, now)),
      zone: scope.zone,
    })),
    withAccountSql(accountId, async (tx) => {
      const [needs, troubles, inboxes] = await Promise.all([
        readNeeds(tx, { accountId, userId, now }),
        findTroubles(tx, accountId, now),
        readInboxes(tx, { accountId, zone, midnight, now }),
      ]);
      return { needs, troubles, inboxes };
    }),
    withAccountSql(accountId, (tx) => readAhead(tx, { accountId, settings, now })),
  ]);
  const { zone: timeZone, ...numbers } = figures;
  return { timeZone, ...numbers, ...standing, ahead };
}
