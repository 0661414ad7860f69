import { withAccount } from "@/db/client";
import { moduleSettings } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ModuleSettings } from "@/lib/core/model";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import { AppError } from "@/lib/errors";

export async function settingsOf(accountId: AccountId): Promise<ModuleSettings> {
  const [row] = await withAccount(accountId, (tx) => tx.select().from(moduleSettings));
  if (!row) throw new AppError("not_found");
  return moduleSettingsSchema.parse(row.settings);
}
