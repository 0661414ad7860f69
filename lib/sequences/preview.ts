import "server-only";
import { and, desc, eq, ilike, isNull } from "drizzle-orm";
import * as z from "zod";
import { withAccount, withAccountSql } from "@/db/client";
import { accounts, contacts, members, moduleSettings, users } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import type { Facts } from "@/lib/core/facts";
import { moduleSettingsSchema, type SequenceSnapshot, sequenceSnapshotSchema } from "@/lib/core/model";
import { type Preview, preview, previewFacts } from "@/lib/core/preview";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { aboutContact } from "@/lib/engine/about-contact";
import { AppError } from "@/lib/errors";
import { loadHsmStatuses } from "@/lib/hsm-templates/data";
import { getDraft } from "./data";
import { loadInboxTraits, loadVariables } from "./publish-context";
import type { ContactChoice, ContactPreview, EditorContext, PreviewLine } from "./schema";

type Agent = Facts["agent"];

export const getEditorContext = (accountId: AccountId, agent: Agent, now: Date): Promise<EditorContext> =>
  withAccount(accountId, async (tx) => {
    const [row] = await tx
      .select({ name: accounts.name, settings: moduleSettings.settings })
      .from(moduleSettings)
      .innerJoin(accounts, eq(accounts.id, moduleSettings.accountId));
    if (!row) throw new AppError("unavailable");
    const settings = moduleSettingsSchema.parse(row.settings);
    return {
      account: { name: row.name },
      settings,
      agent,
      hsmTemplates: await loadHsmStatuses(tx),
      today: isoDateOf(toLocalMs(now.getTime(), accountZone(settings))),
      variables: await loadVariables(tx),
      members: await tx
        .select({ id: users.id, name: users.name })
        .from(members)
        .innerJoin(users, eq(users.id, members.userId))
        .orderBy(users.name),
      inboxes: await loadInboxTraits(tx),
    };
  });

const CHOICES_SHOWN = 8;

/** Contacts to look at a text with: the newest whose name contains the words. */
export const findContacts = (accountId: AccountId, words: string): Promise<ContactChoice[]> =>
  withAccount(accountId, (tx) =>
    tx
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(and(isNull(contacts.deletedAt), words ? ilike(contacts.name, `%${escaped(words)}%`) : undefined))
      .orderBy(desc(contacts.id))
      .limit(CHOICES_SHOWN),
  );

/** What the person typed is no pattern. */
const escaped = (words: string) => words.replace(/[\\%_]/g, "\\$&");

/** What the saved draft would do for one contact from now on, decided by the engine's own rules. Throws `not_found`. */
export async function previewDraft(
  accountId: AccountId,
  { sequenceId, contactId, agent, now }: { sequenceId: string; contactId: string; agent: Agent; now: Date },
): Promise<ContactPreview> {
  const { draft, draftRevision } = await getDraft(accountId, sequenceId);
  const snapshot = sequenceSnapshotSchema.safeParse(draft);
  if (!snapshot.success) throw new AppError("invalid", "draft_incomplete");
  const about = await loadAbout(accountId, { contactId, snapshot: snapshot.data, now });
  const foreseen = preview(previewFacts(snapshot.data, { ...about, sequenceId, agent }, now), now);
  return {
    contact: { id: contactId, name: about.contact.name },
    draftRevision,
    steps: foreseen.steps.map(lineOf),
    end: foreseen.end && { ...foreseen.end, at: foreseen.end.at.toISOString() },
    waitsFor: foreseen.waitsFor,
  };
}

async function loadAbout(
  accountId: AccountId,
  wish: {
    contactId: string;
    snapshot: Pick<SequenceSnapshot, "target" | "goal" | "limits" | "steps">;
    now: Date;
  },
) {
  if (!z.uuid().safeParse(wish.contactId).success) throw new AppError("not_found");
  const about = await withAccountSql(accountId, (tx) => aboutContact(tx, wish));
  if (!about) throw new AppError("not_found");
  return about;
}

const lineOf = (step: Preview["steps"][number]): PreviewLine => ({
  stepId: step.stepId,
  kind: step.kind,
  at: step.at.toISOString(),
  zone: step.zone,
  channel: step.send?.channel ?? null,
  subject: step.send && "subject" in step.send.content ? step.send.content.subject : null,
  text: step.send?.content.text ?? null,
  because: step.because,
  deferredBy: step.deferredBy.at(-1) ?? null,
});
