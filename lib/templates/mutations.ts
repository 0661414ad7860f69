import { and, eq, isNull, sql } from "drizzle-orm";
import { type Tx, withAccount } from "@/db/client";
import { templates } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { checkText } from "@/lib/core/liquid-check";
import { namesOf } from "@/lib/core/variables";
import { AppError } from "@/lib/errors";
import type { TemplateForm } from "./schema";
import { templateVariables } from "./variables";

type Act = { actorId: string; now: Date };
type OnTemplate = Act & { templateId: string };

/** Throws `invalid` for a text that could not be sent, with the place and the sentence in `fields`. */
export const createTemplate = (
  accountId: AccountId,
  { template, actorId, now }: Act & { template: TemplateForm },
): Promise<{ id: string }> =>
  withAccount(accountId, async (tx) => {
    await checkTexts(tx, template.texts);
    return insertTemplate(tx, accountId, { template, actorId, now });
  });

/** Steps that were made from it keep their text. Throws as `createTemplate`, and `not_found`. */
export const updateTemplate = (
  accountId: AccountId,
  { templateId, template, now }: OnTemplate & { template: TemplateForm },
): Promise<void> =>
  withAccount(accountId, async (tx) => {
    await checkTexts(tx, template.texts);
    const [updated] = await tx
      .update(templates)
      .set({ ...template, updatedAt: now })
      .where(and(eq(templates.id, templateId), isNull(templates.archivedAt)))
      .returning({ id: templates.id });
    if (!updated) throw await refusalOf(tx, templateId, "template_archived");
  });

export const duplicateTemplate = (
  accountId: AccountId,
  { templateId, name, actorId, now }: OnTemplate & { name: string },
): Promise<{ id: string }> =>
  withAccount(accountId, async (tx) => {
    const [source] = await tx
      .select({ category: templates.category, texts: templates.texts })
      .from(templates)
      .where(eq(templates.id, templateId));
    if (!source) throw new AppError("not_found");
    return insertTemplate(tx, accountId, { template: { ...source, name }, actorId, now });
  });

/** Nobody is offered it any more; what was made from it stays. Throws `conflict` when it is archived already. */
export const archiveTemplate = (accountId: AccountId, act: OnTemplate): Promise<void> =>
  setArchived(accountId, act, act.now);

export const restoreTemplate = (accountId: AccountId, act: OnTemplate): Promise<void> =>
  setArchived(accountId, act, null);

const setArchived = (
  accountId: AccountId,
  { templateId, now }: OnTemplate,
  archivedAt: Date | null,
): Promise<void> =>
  withAccount(accountId, async (tx) => {
    const isOther = archivedAt ? isNull(templates.archivedAt) : sql`${templates.archivedAt} is not null`;
    const [changed] = await tx
      .update(templates)
      .set({ archivedAt, updatedAt: now })
      .where(and(eq(templates.id, templateId), isOther))
      .returning({ id: templates.id });
    if (!changed)
      throw await refusalOf(tx, templateId, archivedAt ? "template_archived" : "template_not_archived");
  });

async function insertTemplate(
  tx: Tx,
  accountId: AccountId,
  { template, actorId, now }: Act & { template: Omit<TemplateForm, "category"> & { category: string } },
) {
  const [created] = await tx
    .insert(templates)
    .values({ accountId, ...template, createdBy: actorId, createdAt: now, updatedAt: now })
    .returning({ id: templates.id });
  if (!created) throw new AppError("unavailable");
  return created;
}

async function checkTexts(tx: Tx, texts: TemplateForm["texts"]): Promise<void> {
  const known = namesOf(await templateVariables(tx));
  for (const [locale, { text, subject = "" }] of Object.entries(texts)) {
    for (const [field, said] of Object.entries({ text, subject })) {
      const [problem] = checkText(said, known);
      if (!problem) continue;
      const { code, ...data } = problem;
      const fields = { [`texts.${locale}.${field}`]: `publish.${code}` };
      throw new AppError("invalid", `publish.${code}`, { fields, data });
    }
  }
}

async function refusalOf(tx: Tx, templateId: string, message: string): Promise<AppError> {
  const [row] = await tx.select({ id: templates.id }).from(templates).where(eq(templates.id, templateId));
  return row ? new AppError("conflict", message) : new AppError("not_found");
}
