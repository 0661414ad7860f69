import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { composeTemplate } from "@/lib/core/compose-template";
import type { OutboundContent } from "@/lib/core/facts";
import { frameOf } from "@/lib/core/hsm";
import { templateParts } from "@/lib/core/hsm-components";
import type { HsmHeader, HsmTemplate } from "@/lib/core/model";
import type { TemplateNeeds } from "@/lib/core/provider-facts";
import { differenceOf } from "@/lib/core/template-check";
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
    const parts = templateParts(row.components, row.parameterFormat);
    if (row.status !== "APPROVED" || parts.unsupported)
      throw new AppError("conflict", "reply.template_unusable", { data: { name } });
    if (choice.parameters.length !== parts.parameters.length) throw new AppError("conflict");
    const { needs } = parts;
    const frame = frameOf(parts);
    const template: HsmTemplate = {
      ...{ name, language, parameters: choice.parameters, body: parts.body },
      ...(needs.isNamed && { parameterNames: needs.variables }),
      ...(needs.header && { header: headerOf(needs.header, choice) }),
      buttons: (choice.buttons ?? []).flatMap(({ index, value }) => {
        const type = needs.buttons[index]?.type;
        return type ? [{ index, type, value }] : [];
      }),
      ...(frame && { frame }),
    };
    if (differenceOf(template, needs) !== null) throw new AppError("conflict");
    return composed(template);
  });

function headerOf(
  { type, name }: NonNullable<TemplateNeeds["header"]>,
  { header = "", fileName }: TemplateChoice,
): HsmHeader {
  return { type, value: header, ...(name !== null && { name }), ...(fileName && { fileName }) };
}

/** What a person typed is what is said: nothing in it is a variable. */
function composed(template: HsmTemplate): OutboundContent {
  const said = composeTemplate(template, (name, source, most) => {
    const text = source.trim().toWellFormed();
    if (text !== "" && text.length <= most) return { ok: true, text };
    const issue = text === "" ? "required" : "text_too_long";
    throw new AppError("invalid", issue, { data: { max: most }, fields: { [fieldOf(name)]: issue } });
  });
  if (said.ok) return said.content;
  throw new AppError("invalid", "publish.header_file", { fields: { header: "publish.header_file" } });
}

/** `parameter 2` is the second of the form's parameters; `button 1`, its first button. */
function fieldOf(name: string): string {
  const [part, number] = name.split(" ");
  if (part === "parameter" || part === "button") return `${part}s.${Number(number) - 1}`;
  return name === "file name" ? "fileName" : name;
}

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
