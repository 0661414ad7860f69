import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Tx, withAccount } from "@/db/client";
import { hsmTemplates, inboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { templateParts } from "@/lib/core/hsm-components";
import type { TemplateNeeds } from "@/lib/core/provider-facts";
import type { HsmTemplateListed } from "./schema";

/** Of every inbox in the account's order, by name and language. */
export const listHsmTemplates = (accountId: AccountId): Promise<HsmTemplateListed[]> =>
  withAccount(accountId, async (tx) => {
    const rows = await tx
      .select({
        ...{ inboxId: hsmTemplates.inboxId, inboxName: inboxes.name, name: hsmTemplates.name },
        ...{ language: hsmTemplates.language, status: hsmTemplates.status, category: hsmTemplates.category },
        ...{ quality: hsmTemplates.quality, parameterFormat: hsmTemplates.parameterFormat },
        ...{
          components: hsmTemplates.components,
          syncedAt: hsmTemplates.syncedAt,
          missingAt: hsmTemplates.missingAt,
        },
      })
      .from(hsmTemplates)
      .innerJoin(inboxes, and(eq(inboxes.id, hsmTemplates.inboxId), isNull(inboxes.archivedAt)))
      .orderBy(asc(inboxes.position), asc(inboxes.id), asc(hsmTemplates.name), asc(hsmTemplates.language));
    return rows.map(({ components, syncedAt, missingAt, ...row }) => ({
      ...row,
      ...templateParts(components, row.parameterFormat),
      syncedAt: syncedAt.toISOString(),
      missingAt: missingAt?.toISOString() ?? null,
    }));
  });

export type HsmStatus = { name: string; language: string; status: string; needs: TemplateNeeds };

/** What a template has whose provider no longer lists it; Meta has no such word. */
const MISSING = "MISSING";

/**
 * The status of each template by name and language and what it wants with each send, the best where several inboxes have
 * it; null when none was ever read, so that nothing can be said about any.
 */
export async function loadHsmStatuses(tx: Tx): Promise<HsmStatus[] | null> {
  const status = sql<string>`case when ${hsmTemplates.missingAt} is null then ${hsmTemplates.status} else ${MISSING} end`;
  const rows = await tx
    .selectDistinctOn([hsmTemplates.name, hsmTemplates.language], {
      name: hsmTemplates.name,
      language: hsmTemplates.language,
      status,
      parameterFormat: hsmTemplates.parameterFormat,
      components: hsmTemplates.components,
    })
    .from(hsmTemplates)
    .innerJoin(inboxes, and(eq(inboxes.id, hsmTemplates.inboxId), isNull(inboxes.archivedAt)))
    .orderBy(
      hsmTemplates.name,
      hsmTemplates.language,
      sql`${hsmTemplates.missingAt} is not null`,
      sql`${hsmTemplates.status} <> 'APPROVED'`,
    );
  if (rows.length === 0) return null;
  return rows.map(({ components, parameterFormat, ...row }) => ({
    ...row,
    needs: templateParts(components, parameterFormat).needs,
  }));
}
