import { AsyncLocalStorage } from "node:async_hooks";

const causes = new AsyncLocalStorage<readonly string[]>();

/**
 * Runs `fn` as the doing of these rules, the first one first: whatever it announces carries their ids, so that a rule
 * that would be started by its own doing can be told from one that somebody started.
 */
export const causedBy = <T>(ruleIds: readonly string[], fn: () => Promise<T>): Promise<T> =>
  causes.run(ruleIds, fn);

/** The rules whose doing this is, the first one first; none for what people, contacts and the clock do. */
export const causeOf = (): readonly string[] => causes.getStore() ?? [];
