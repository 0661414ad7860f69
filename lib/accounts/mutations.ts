import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { globalDb, type Tx, withAccount } from "@/db/client";
import { accounts, inboxes, members, moduleSettings, users } from "@/db/schema/tables";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import type { ModuleSettings } from "@/lib/core/model";
import { requestTemplates } from "@/lib/hsm-templates/mutations";
import type { Locale } from "@/lib/locale";
import { defaultSettings } from "@/lib/settings/defaults";
import { slugOf } from "./slug";

type NewAccount = {
  name: string;
  /** The person who becomes its administrator. */
  userId: string;
  locale: Locale;
  timeZone: string;
  /** Replaces some of the defaults. */
  settings?: Partial<ModuleSettings>;
};

const SANDBOX_NAMES: Record<Locale, string> = {
  en: "Sandbox phone",
  "pt-BR": "Telefone de testes",
  es: "Teléfono de pruebas",
};

/** A new account, ready to use: its administrator, the module on, default settings and the phone on the screen. */
export async function createAccount(wanted: NewAccount): Promise<{ accountId: AccountId; slug: string }> {
  const accountId = mintAccountId(await newId());
  return withAccount(accountId, async (tx) => {
    const slug = await insertAccount(tx, accountId, wanted.name);
    await tx.insert(members).values({ accountId, userId: wanted.userId, role: "administrator" });
    const settings = { ...defaultSettings(wanted.locale, wanted.timeZone), ...wanted.settings };
    await tx.insert(moduleSettings).values({ accountId, settings });
    const name = SANDBOX_NAMES[wanted.locale];
    const [phone] = await tx
      .insert(inboxes)
      .values({ accountId, name, channel: "whatsapp", provider: "sandbox" })
      .returning({ id: inboxes.id, channel: inboxes.channel, provider: inboxes.provider });
    if (phone) await requestTemplates(tx, accountId, phone);
    return { accountId, slug };
  });
}

export async function setLanguage(userId: string, locale: Locale): Promise<void> {
  await globalDb().update(users).set({ locale, updatedAt: new Date() }).where(eq(users.id, userId));
}

async function newId(): Promise<string> {
  const [row] = await globalDb().execute<{ id: string }>(sql`select new_id() as id`);
  if (!row) throw new Error("The database returned no id.");
  return row.id;
}

/** Slugs are unique over all accounts; the second "Acme" gets a few letters more. */
async function insertAccount(tx: Tx, id: AccountId, name: string): Promise<string> {
  for (let slug = slugOf(name); ; slug = `${slugOf(name)}-${randomBytes(3).toString("hex")}`) {
    const values = { id, name, slug, isModuleOn: true };
    const [row] = await tx
      .insert(accounts)
      .values(values)
      .onConflictDoNothing({ target: accounts.slug })
      .returning({ slug: accounts.slug });
    if (row) return row.slug;
  }
}
