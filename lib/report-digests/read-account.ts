import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";

export type DigestAccount = { name: string; slug: string; locale: string };

/** What a digest says of its account. */
export async function loadAccount(accountId: AccountId): Promise<DigestAccount> {
  const [row] = await withAccountSql(
    accountId,
    (tx) => tx<DigestAccount[]>`
      select a.name, a.slug, coalesce(s.settings->>'locale', 'en') as locale
      from accounts a left join module_settings s on s.account_id = a.id where a.id = ${accountId}`,
  );
  return row ?? { name: "", slug: "", locale: "en" };
}
