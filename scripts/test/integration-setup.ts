import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { ensureTemplate } from "../../db/test-template";
import { testServer } from "./server.mjs";

/** Once per run: a server and the migrated template that each test file clones. */
export default async function setup() {
  process.env.TEST_DATABASE_URL ||= fromFile();
  const server = await testServer();
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_TEMPLATE = await ensureTemplate(server.url);
  return () => server.leave();
}

/** Only this variable: a developer's own DATABASE_URL in the file is not meant for tests. */
function fromFile() {
  const file = ".env.local";
  return existsSync(file) ? (parseEnv(readFileSync(file, "utf8")).TEST_DATABASE_URL ?? "") : "";
}
