import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema/tables";
import { env } from "@/lib/env";

export type Statement = { text: string; parameters: unknown[] };

/**
 * Opens the product's connections, as its own role and bound by row-level security, such that what they say can be read
 * along: `db/client` takes those that stand under this name. Call it before anything asks for a connection.
 */
export function watchDatabase(): { statements: () => Statement[] } {
  let said: Statement[] = [];
  const options = {
    max: 10,
    onnotice: () => {},
    debug: (_connection: number, text: string, parameters: unknown[]) => {
      said.push({ text, parameters });
    },
  };
  const forDrizzle = postgres(env.appDatabaseUrl, options);
  const sql = postgres(env.appDatabaseUrl, options);
  const connections = { drizzle: drizzle(forDrizzle, { schema, casing: "snake_case" }), sql, forDrizzle };
  Object.assign(globalThis, { followUpsDatabase: connections });
  return {
    /** What was said since the last call. */
    statements() {
      const taken = said;
      said = [];
      return taken;
    },
  };
}
