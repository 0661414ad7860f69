import { cancelRun, replayRun } from "@/inngest/embedded/admin";
import { executorSql } from "@/inngest/executor-sql";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { runOf } from "./data";

/** Ends a run that is under way. Its enrollment stays as it is; the sweep gives a live one a new run. */
export async function cancelDurableRun(accountId: AccountId, id: string): Promise<void> {
  await runOf(accountId, id);
  if (!(await cancelRun(executorSql(), id))) throw new AppError("conflict", "run_finished");
}

/** Starts the function again from the same event; what the enrollment has done is not done again. */
export async function replayDurableRun(accountId: AccountId, id: string): Promise<{ id: string }> {
  await runOf(accountId, id);
  const newId = await replayRun(executorSql(), id);
  if (newId === null) throw new AppError("not_found");
  return { id: newId };
}
