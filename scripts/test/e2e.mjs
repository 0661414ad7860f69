import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startApplication } from "../start/application.mjs";
import { dataHome } from "../start/settings.mjs";
import { findBrowser } from "./browser.mjs";
import { runPlaywright } from "./run.mjs";

/**
 * Runs the browser tests against the application as `npm start` starts it, on a database that is theirs alone.
 * @param {string[]} files
 * @param {{ serverUrl: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} run
 */
export async function runEndToEnd(files, { serverUrl, env, signal }) {
  const browser = await findBrowser();
  console.log(`The browser is ${browser.path}.`);
  const database = `followups_test_e2e_${randomBytes(4).toString("hex")}`;
  const databaseUrl = new URL(serverUrl);
  databaseUrl.pathname = `/${database}`;
  const logFolder = join(dataHome, "logs", "e2e");
  rmSync(logFolder, { recursive: true, force: true });

  const applicationEnv = {
    ...env,
    DATABASE_URL: databaseUrl.href,
    APP_DATABASE_URL: "",
    APP_SECRET: randomBytes(32).toString("base64url"),
    APP_URL: "",
    // The stand-ins of providers listen on this machine.
    WEBHOOKS_TO_PRIVATE: "1",
  };
  try {
    const application = await startApplication({
      env: applicationEnv,
      host: "127.0.0.1",
      port: 3300,
      logFolder,
      signal,
    });
    try {
      const testEnv = {
        ...env,
        ...browser.env,
        CHROMIUM_PATH: browser.path,
        E2E_BASE_URL: application.url,
        E2E_DATABASE_URL: databaseUrl.href,
      };
      return await runPlaywright(files, { env: testEnv, signal });
    } finally {
      await application.stop();
    }
  } finally {
    await drop(serverUrl, database);
  }
}

/**
 * @param {string} serverUrl
 * @param {string} database
 */
async function drop(serverUrl, database) {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql`drop database if exists ${sql(database)} with (force)`;
  await sql`drop role if exists ${sql(`${database}_app`)}`;
  await sql.end();
}
