import type { QueryClient } from "@tanstack/react-query";

const keyOf = (account: string) => ["watched-bulks", account];

/** The bulk enrollments that this tab has begun or seen under way, so that their end is told wherever the person is. */
export const watchedBulks = (queries: QueryClient, account: string): string[] =>
  queries.getQueryData<string[]>(keyOf(account)) ?? [];

export function watchBulk(queries: QueryClient, account: string, id: string): void {
  const watched = watchedBulks(queries, account);
  if (!watched.includes(id)) queries.setQueryData(keyOf(account), [...watched, id]);
}

export function unwatchBulk(queries: QueryClient, account: string, id: string): void {
  queries.setQueryData(
    keyOf(account),
    watchedBulks(queries, account).filter((one) => one !== id),
  );
}
