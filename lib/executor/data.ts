import { getRun, listRuns, type RunSummary } from "@/inngest/embedded/admin";
import { executorSql } from "@/inngest/executor-sql";
import type { AccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { RunPage } from "./schema";

const PAGE_SIZE = 50;

export type RunListed = ReturnType<typeof shown>;

export type RunList = {
  /** False when a real Inngest runs the functions: its own dashboard shows them. */
  isEmbedded: boolean;
  runs: RunListed[];
  /** Where the next page begins; null on the last. */
  before: string | null;
};

/** The durable runs of one account, newest first. The executor knows no accounts: the trigger's data says whose it is. */
export async function runsOf(accountId: AccountId, { status, before }: RunPage): Promise<RunList> {
  if (env.isInngest) return { isEmbedded: false, runs: [], before: null };
  const ofData = { field: "accountId", value: accountId };
  const found = await listRuns(executorSql(), { status, before, ofData, limit: PAGE_SIZE + 1 });
  const runs = found.slice(0, PAGE_SIZE).map(shown);
  return { isEmbedded: true, runs, before: found.length > PAGE_SIZE ? (runs.at(-1)?.id ?? null) : null };
}

/** One run with its steps; another account's is `not_found`. */
export async function runOf(accountId: AccountId, id: string) {
  const run = env.isInngest ? null : await getRun(executorSql(), id);
  if (run?.event.data.accountId !== accountId) throw new AppError("not_found");
  const { enrollmentId } = run.event.data;
  return {
    ...shown(run),
    enrollmentId: typeof enrollmentId === "string" ? enrollmentId : null,
    replayOf: run.replayOf,
    steps: run.steps.map(({ id: stepId, name, at, failed }) => ({
      id: stepId,
      name,
      at: at.toISOString(),
      failed,
    })),
  };
}
export type RunShown = Awaited<ReturnType<typeof runOf>>;

const shown = ({ id, functionId, status, startedAt, endedAt, eventName, error, waiting }: RunSummary) => ({
  id,
  functionId,
  status,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  eventName,
  error: error?.message ?? null,
  waiting: waiting && {
    kind: waiting.kind,
    name: waiting.name,
    dueAt: waiting.dueAt.toISOString(),
    attempt: waiting.attempt,
    isRunning: waiting.isRunning,
  },
});
