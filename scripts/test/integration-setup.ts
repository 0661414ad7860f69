import { ensureTemplate } from "../../db/test-template";
import { loadEnvFiles } from "../start/settings.mjs";
import { testServer } from "./server.mjs";

/** Once per run: a server and the migrated template that each test file clones. */
export default async function setup() {
  loadEnvFiles();
  const server = await testServer();
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_TEMPLATE = await ensureTemplate(server.url);
  return () => server.leave();
}
