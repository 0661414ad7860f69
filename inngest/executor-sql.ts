import postgres from "postgres";
import { env } from "@/lib/env";

let opened: postgres.Sql | undefined;

/** The embedded executor's own connections: it keeps its tables apart from the product's. */
export const executorSql = (): postgres.Sql => {
  opened ??= postgres(env.appDatabaseUrl, { max: 6, onnotice: () => {} });
  return opened;
};

export const closeExecutorSql = async (): Promise<void> => {
  const closing = opened;
  opened = undefined;
  await closing?.end({ timeout: 5 });
};
