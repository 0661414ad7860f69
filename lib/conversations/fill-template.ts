import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import { renderText } from "@/lib/core/liquid";
import { NO_CONTACT_LIMITS, type SequenceSnapshot } from "@/lib/core/model";
import { contextOf } from "@/lib/core/variables";
import { aboutContact } from "@/lib/engine/about-contact";
import { AppError } from "@/lib/errors";
import type { TemplateTexts } from "@/lib/templates/schema";
import type { FilledTemplate, FillWish } from "./schema";

type Wish = FillWish & { conversationId: string; agent: Facts["agent"]; now: Date };

/**
 * A text of the account's library as it would be said to this contact. Throws AppError `not_found`, and `conflict` with
 * the name of a value that the contact does not have.
 */
export const fillTemplate = (
  accountId: AccountId,
  { conversationId, template, locale, agent, now }: Wish,
): Promise<FilledTemplate> =>
  withAccountSql(accountId, async (tx) => {
    const [thread] = await tx<{ contactId: string }[]>`
      select contact_id as "contactId" from conversations where id = ${conversationId}`;
    const [row] = await tx<{ texts: TemplateTexts }[]>`
      select texts from templates where id = ${template} and archived_at is null`;
    const said = row?.texts[locale];
    const about =
      thread &&
      (await aboutContact(tx, {
        contactId: thread.contactId,
        aboutId: conversationId,
        snapshot: THREAD,
        now,
      }));
    if (!said || !about) throw new AppError("not_found");
    const context = contextOf({ ...about, agent }, now);
    const filled = (text: string) => {
      const rendered = renderText(text, context);
      if (rendered.ok) return rendered.text.trim();
      const variable = rendered.missing ?? rendered.detail;
      throw new AppError("conflict", "reply.value_missing", { data: { variable } });
    };
    return { text: filled(said.text), subject: said.subject ? filled(said.subject) : null };
  });

const THREAD = {
  target: "conversation",
  goal: null,
  limits: NO_CONTACT_LIMITS,
  steps: [],
} satisfies Partial<SequenceSnapshot>;
