import { globalSql } from "@/db/client";

const PATIENCE_MS = 2000;

/** Asks the database for nothing, and does not wait longer than a load balancer would. */
export async function isDatabaseReachable(): Promise<boolean> {
  const answered = globalSql()`select 1`.then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const given = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([answered, given]).finally(() => clearTimeout(timer));
}
