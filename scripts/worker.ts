import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, globalSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { inngest } from "@/inngest/client";
import { createExecutor } from "@/inngest/embedded/executor";
import { closeExecutorSql, executorSql } from "@/inngest/executor-sql";
import { FAIR_KEY } from "@/inngest/fairness";
import { functions } from "@/inngest/functions/registry";
import { closeDrivers } from "@/lib/channels/registry";
import { relayOutbox } from "@/lib/engine/relay";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { startMailReaders } from "@/lib/mailboxes/mail-readers";

/**
 * The worker: relays the outbox, reads the mailboxes and, unless a real Inngest does it, runs the durable functions. Any number of workers may
 * run at once; a killed one loses nothing.
 */

/** A notification may be missed while the connection is down: the outbox is looked at anyway. */
const LOOK_EVERY_MS = 1_000;
const RETRY_AFTER_MS = 1_000;

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

const executor = env.isInngest
  ? null
  : createExecutor({
      sql: executorSql(),
      client: inngest,
      functions,
      fairKey: FAIR_KEY,
      log: (level, message, fields) => log[level](fields ?? {}, message),
    });
await executor?.start();
log.info({ executor: executor ? "embedded" : "inngest" }, "worker started");

const mailReaders = startMailReaders();
await relay(stopping.signal);

await mailReaders.stop();
await executor?.stop();
await Promise.all([closeDatabase(), closeExecutorSql(), closeDrivers()]);
log.info("worker stopped");

/** Relays as soon as a transaction that wrote events commits. */
async function relay(signal: AbortSignal): Promise<void> {
  let wake = () => {};
  await globalSql().listen(OUTBOX_CHANNEL, () => wake());
  while (!signal.aborted) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    try {
      while (!signal.aborted && (await relayOutbox((events) => inngest.send(events))) > 0);
    } catch (error) {
      log.error({ err: error }, "outbox could not be relayed");
      await sleep(RETRY_AFTER_MS, undefined, { signal }).catch(() => {});
    }
    const asleep = new AbortController();
    await Promise.race([
      woken,
      sleep(LOOK_EVERY_MS, undefined, { signal: AbortSignal.any([signal, asleep.signal]) }),
    ]).catch(() => {});
    asleep.abort();
  }
}
