import { join } from "node:path";
import { startPostgres } from "../postgres/server.mjs";
import { dataHome } from "../start/settings.mjs";

/**
 * What is killed loses nothing, as in production; no test cuts the power, so nobody waits for the disk. The rest keeps
 * the many short-lived databases from waiting for checkpoints.
 */
const SETTINGS = {
  fsync: "off",
  max_connections: 200,
  shared_buffers: "256MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "30min",
};

/**
 * The server that tests make their databases on: the given one, else an embedded one that holds nothing else.
 * @returns {Promise<{ url: string, leave: () => Promise<void> }>}
 */
export async function testServer() {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return { url: given, leave: async () => {} };
  return startPostgres(join(dataHome, "test-postgres"), SETTINGS);
}
