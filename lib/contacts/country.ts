import { withAccount } from "@/db/client";
import { moduleSettings } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";

/** Asked of the account when it has no settings yet: only numbers with a country code are understood. */
const NO_COUNTRY = "ZZ";

/** The country that completes phone numbers without a country code. */
export const accountCountry = (accountId: AccountId): Promise<string> =>
  withAccount(accountId, async (tx) => {
    const [row] = await tx.select({ settings: moduleSettings.settings }).from(moduleSettings);
    return row?.settings.country ?? NO_COUNTRY;
  });
