import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startApplication } from "../start/application.mjs";
import { dataHome } from "../start/settings.mjs";
import { findBrowser } from "./browser.mjs";
import { runPlaywright } from "./run.mjs";

/** A test waits for the product's clock as often as for the processor. */
const APPLICATIONS = 2;

/**
 * Runs the browser tests against applications as `npm start` starts them, each on a database that is its own: files are
 * shared out among them, and tests of two files never meet.
 * @param {string[]} files
 * @param {{ serverUrl: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} run
 */
export async function runEndToEnd(files, { serverUrl, env, signal }) {
  const browser = await findBrowser();
  console.log(`The browser is ${browser.path}.`);
  rmSync(logsOf(""), { recursive: true, force: true });
  const applications = [];
  try {
    // One after the other: the first one builds for both.
    for (let n = 1; n <= Math.min(APPLICATIONS, files.length); n++)
      applications.push(await startOne(`${n}`, { serverUrl, env, signal }));
    const testEnv = {
      ...env,
      ...browser.env,
      CHROMIUM_PATH: browser.path,
      E2E_APPLICATIONS: JSON.stringify(applications.map(({ url, databaseUrl }) => ({ url, databaseUrl }))),
    };
    return await runPlaywright(files, { env: testEnv, signal });
  } finally {
    await Promise.all(applications.map(({ end }) => end()));
  }
}

/** @param {string} name */
const logsOf = (name) => join(dataHome, "logs", "e2e", name);

/**
 * @param {string} name
 * @param {{ serverUrl: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} run
 */
async function startOne(name, { serverUrl, env, signal }) {
  const database = `followups_test_e2e_${randomBytes(4).toString("hex")}`;
  const databaseUrl = new URL(serverUrl);
  databaseUrl.pathname = `/${database}`;
  try {
    const application = await startApplication({
      env: {
        ...env,
        DATABASE_URL: databaseUrl.href,
        APP_DATABASE_URL: "",
        APP_SECRET: randomBytes(32).toString("base64url"),
        APP_URL: "",
        // The stand-ins of providers listen on this machine.
        WEBHOOKS_TO_PRIVATE: "1",
      },
      host: "127.0.0.1",
      port: 3300,
      logFolder: logsOf(name),
      signal,
    });
    const end = async () => {
      await application.stop();
      await drop(serverUrl, database);
    };
    return { url: application.url, databaseUrl: databaseUrl.href, end };
  } catch (error) {
    await drop(serverUrl, database);
    throw error;
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
