import { eq, sql } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { moduleSettings } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ModuleSettings } from "@/lib/core/model";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import { AppError } from "@/lib/errors";

/**
 * Replaces the given settings and leaves the others as they are, so that two people who change different parts at
 * once both succeed. Runs that sleep ask again when they wake.
 */
export async function changeSettings(
  accountId: AccountId,
  change: { settings: Partial<ModuleSettings>; now: Date },
): Promise<void> {
  const parsed = moduleSettingsSchema.partial().parse(change.settings);
  // Parsing fills defaults in, also for what nobody wants to change.
  const settings = Object.fromEntries(Object.entries(parsed).filter(([key]) => key in change.settings));
  const changed = await withAccount(accountId, (tx) =>
    tx
      .update(moduleSettings)
      .set({
        settings: sql`${moduleSettings.settings} || ${JSON.stringify(settings)}::jsonb`,
        updatedAt: change.now,
      })
      .where(eq(moduleSettings.accountId, accountId))
      .returning({ accountId: moduleSettings.accountId }),
  );
  if (changed.length === 0) throw new AppError("not_found");
}
