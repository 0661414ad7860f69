import "server-only";
import * as z from "zod";
import { type SqlTx, withAccount, withAccountSql } from "@/db/client";
import { moduleSettings } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import { AppError } from "@/lib/errors";
import type { TemplateChoice, TemplateFilter, TemplateRow, TemplateUse } from "./schema";
import { usageByTemplate, usesOfTemplate } from "./usage";
import { templateVariables } from "./variables";

/** More than anybody reads; whoever has more finds theirs by the search. */
const SHOWN = 300;

/** By name. Archived ones only when the filter asks for them, and then no others. */
export const listTemplates = (accountId: AccountId, filter: TemplateFilter): Promise<TemplateRow[]> =>
  withAccountSql(accountId, (tx) => rowsOf(tx, filter));

/** What a step may be made from. */
export const templateChoices = async (accountId: AccountId): Promise<TemplateChoice[]> => {
  const rows = await listTemplates(accountId, {});
  return rows.map(({ id, name, category, texts, usage }) => ({ id, name, category, texts, usage }));
};

/** The sequences that use a template, most first. Throws `not_found`. */
export const getTemplateUses = (accountId: AccountId, templateId: string): Promise<TemplateUse[]> =>
  withAccountSql(accountId, async (tx) => {
    if (!z.uuid().safeParse(templateId).success) throw new AppError("not_found");
    const [template] = await tx`select id from templates where id = ${templateId}`;
    if (!template) throw new AppError("not_found");
    return usesOfTemplate(tx, templateId);
  });

/** The library, what its texts may name whatever they are used for, and the language in which writing begins. */
export async function getTemplateScreen(accountId: AccountId, filter: TemplateFilter) {
  const rows = await listTemplates(accountId, filter);
  const about = await withAccount(accountId, async (tx) => {
    const [row] = await tx.select({ settings: moduleSettings.settings }).from(moduleSettings);
    if (!row) throw new AppError("unavailable");
    const { locale } = moduleSettingsSchema.parse(row.settings);
    return { variables: await templateVariables(tx), locale };
  });
  return { rows, ...about };
}

async function rowsOf(tx: SqlTx, { search, category, archived }: TemplateFilter): Promise<TemplateRow[]> {
  const pattern = search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await tx<(Omit<TemplateRow, "usage" | "updatedAt"> & { updatedAt: Date })[]>`
    select id, name, category, texts, updated_at as "updatedAt", archived_at is not null as "isArchived"
    from templates
    where archived_at is ${archived ? tx`not null` : tx`null`}
      ${category ? tx`and category = ${category}` : tx``}
      ${
        pattern
          ? tx`and (name ilike ${pattern} or exists (
              select from jsonb_each(texts) t
              where t.value->>'text' ilike ${pattern} or t.value->>'subject' ilike ${pattern}))`
          : tx``
      }
    order by lower(name), id limit ${SHOWN}`;
  const usage = await usageByTemplate(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    usage: usage.get(row.id) ?? 0,
    updatedAt: row.updatedAt.toISOString(),
  }));
}
