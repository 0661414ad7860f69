import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/env";

await migrate({ databaseUrl: env.databaseUrl, appSecret: env.appSecret });
if (process.argv.includes("--demo")) {
  const { seedDemo } = await import("./seed-demo");
  await seedDemo();
  await closeDatabase();
}
