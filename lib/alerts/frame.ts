import { AppError } from "@/lib/errors";
import { passAccount } from "@/lib/gate";
import { openAlerts } from "./data";
import type { AlertShown } from "./words";

/** What is open, for the frame around an account's pages; null for whoever may not know, and where the module is off. */
export async function alertsForFrame(slug: string): Promise<AlertShown[] | null> {
  try {
    const { accountId } = await passAccount(slug, "sequences.manage");
    return await openAlerts(accountId);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
