import "server-only";
import { and, desc, eq, ilike, isNull } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { accounts, contacts, members, moduleSettings, users } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import type { Facts } from "@/lib/core/facts";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { AppError } from "@/lib/errors";
import { loadHsmStatuses } from "@/lib/hsm-templates/data";
import { loadAttributeTypes, loadHasMaestro, loadInboxTraits, loadVariables } from "./publish-context";
import type { ContactChoice, EditorContext } from "./schema";

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
      account: { name: row.name, attributeTypes: await loadAttributeTypes(tx) },
      settings,
      agent,
      hsmTemplates: await loadHsmStatuses(tx),
      hasMaestro: await loadHasMaestro(tx),
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
