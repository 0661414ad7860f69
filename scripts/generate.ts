import { parseArgs } from "node:util";
import postgres from "postgres";
import { LOGIN } from "@/bench/generate/account";
import { check } from "@/bench/generate/check";
import { generate } from "@/bench/generate/generate";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { mintAccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";

/**
 * `npm run generate -- --enrollments 1000000 --seed 1 [--database-url postgres://…] [--until 2026-11-23T00:00:00Z] [--check]`
 * fills a database with one large account, or with `--check` looks at the one that is there.
 */
const { values } = parseArgs({
  options: {
    enrollments: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    "database-url": { type: "string" },
    /** The moment up to which it has lived; without it now. */
    until: { type: "string" },
    check: { type: "boolean", default: false },
  },
});
if (values["database-url"]) process.env.DATABASE_URL = values["database-url"];
process.env.APP_SECRET ||= "generated-account-generated-account";

await migrate({ databaseUrl: env.databaseUrl, appSecret: env.appSecret });
const sql = postgres(env.databaseUrl, { max: 4, onnotice: () => {} });
const say = (line: string) => console.log(line);
const [existing] = await sql<{ id: string }[]>`select id from accounts where slug = 'big'`;
if (existing && !values.check) {
  console.error("This database has the account already.");
  process.exitCode = 1;
} else if (existing) {
  process.exitCode = (await check(sql, { accountId: mintAccountId(existing.id), now: new Date(), say }))
    ? 0
    : 1;
} else {
  const from = performance.now();
  const [seed, enrollments] = [Number(values.seed), Number(values.enrollments)];
  const end = values.until ? new Date(values.until) : new Date();
  const world = await generate({ sql, seed, enrollments, end, say });
  console.log(`Generated in ${Math.round((performance.now() - from) / 1000)} s: account "${world.slug}".`);
  console.log(`Sign in as ${LOGIN.email} with the password ${LOGIN.password}`);
  if (values.check)
    process.exitCode = (await check(sql, { accountId: world.accountId, now: end, say })) ? 0 : 1;
}
await Promise.all([closeDatabase(), sql.end()]);
