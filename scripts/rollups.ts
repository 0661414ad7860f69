import { parseArgs } from "node:util";
import { closeDatabase, globalSql } from "@/db/client";
import { mintAccountId } from "@/lib/accounts/account-id";
import { checkRollups, type RollupDifference } from "@/lib/reports/check-rollups";
import { rebuildRollups } from "@/lib/reports/rollups";

/**
 * `npm run rollups -- rebuild [--account slug]` counts the figures of reports anew from messages and runs; `npm run rollups
 * -- check [--account slug]` compares and ends with 1 where they differ. Both may run beside everything else.
 */
const { values, positionals } = parseArgs({
  options: { account: { type: "string" } },
  allowPositionals: true,
});
const [act] = positionals;

const USAGE =
  "Say what to do: npm run rollups -- rebuild [--account slug], or npm run rollups -- check [--account slug]";

function tell(slug: string, differences: RollupDifference[]): void {
  console.log(`${slug}: ${differences.length === 0 ? "right" : `${differences.length} differences`}`);
  for (const { table, key, measure, kept, counted } of differences) {
    const of = Object.entries(key)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name} ${value}`);
    console.log(`  ${table}.${measure} is ${kept}, counted anew ${counted}: ${of.join(", ")}`);
  }
}

async function run(): Promise<number> {
  if (act !== "rebuild" && act !== "check") {
    console.error(USAGE);
    return 2;
  }
  const accounts = await globalSql()<{ id: string; slug: string }[]>`
    select id, slug from accounts where ${values.account ?? null}::text is null or slug = ${values.account ?? ""} order by slug`;
  if (accounts.length === 0 && values.account) {
    console.error(`There is no account "${values.account}".`);
    return 2;
  }
  let isRight = true;
  for (const { id, slug } of accounts) {
    const accountId = mintAccountId(id);
    if (act === "rebuild") {
      const from = performance.now();
      await rebuildRollups(accountId, new Date());
      console.log(`${slug}: rebuilt in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    } else {
      const differences = await checkRollups(accountId);
      tell(slug, differences);
      isRight &&= differences.length === 0;
    }
  }
  return isRight ? 0 : 1;
}

process.exitCode = await run();
await closeDatabase();
