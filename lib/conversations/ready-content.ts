import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { MAX_PARAMETER_LENGTH } from "@/lib/core/compose-template";
import type { OutboundContent } from "@/lib/core/facts";
import { fillBody } from "@/lib/core/hsm";
import { templateParts } from "@/lib/core/hsm-components";
import { AppError } from "@/lib/errors";
import type { TemplateChoice } from "./schema";

/**
 * An approved template of the thread's inbox with its values, as a message. Throws an AppError when the inbox has no
 * such template, the provider would not send it, or a value is missing.
 */
export const templateContent = (
  accountId: AccountId,
  conversationId: string,
  choice: TemplateChoice,
): Promise<OutboundContent> =>
  withAccountSql(accountId, async (tx) => {
    const { name, language } = choice;
    const row = await readTemplate(tx, conversationId, choice);
    const { body, parameters: wanted, unsupported } = templateParts(row.components, row.parameterFormat);
    if (row.status !== "APPROVED" || unsupported)
      throw new AppError("conflict", "reply.template_unusable", { data: { name } });
    const parameters = choice.parameters.map((value) => value.replace(/\s+/g, " ").trim());
    if (parameters.length !== wanted.length) throw new AppError("conflict");
    const missing = parameters.indexOf("");
    if (missing >= 0)
      throw new AppError("invalid", "required", { fields: { [`parameters.${missing}`]: "required" } });
    const names = wanted.flatMap((parameter) => parameter.name ?? []);
    const isNamed = row.parameterFormat === "named";
    return {
      ...{ type: "template", name, language },
      parameters: parameters.map((value) => value.slice(0, MAX_PARAMETER_LENGTH)),
      ...(isNamed && { parameterNames: names }),
      text: fillBody(body, parameters, isNamed ? names : undefined),
    };
  });

/** What a message by hand was that failed, to say it once more. Throws AppError `not_found` for any other. */
export const failedContent = (
  accountId: AccountId,
  conversationId: string,
  messageId: string,
): Promise<OutboundContent> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ content: OutboundContent | null }[]>`
      select content from conversation_messages
      where id = ${messageId} and conversation_id = ${conversationId} and status = 'failed'`;
    if (!row?.content) throw new AppError("not_found");
    return row.content;
  });

type TemplateRow = { status: string; parameterFormat: "positional" | "named"; components: unknown };

async function readTemplate(
  tx: SqlTx,
  conversationId: string,
  { name, language }: TemplateChoice,
): Promise<TemplateRow> {
  const [thread] = await tx`select id from conversations where id = ${conversationId}`;
  if (!thread) throw new AppError("not_found");
  const [row] = await tx<TemplateRow[]>`
    select h.status, h.parameter_format as "parameterFormat", h.components
    from conversations t join hsm_templates h on h.inbox_id = t.inbox_id and h.missing_at is null
    where t.id = ${conversationId} and h.name = ${name} and h.language = ${language}`;
  if (!row) throw new AppError("conflict", "reply.template_unusable", { data: { name } });
  return row;
}
