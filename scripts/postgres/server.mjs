import { chmodSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { serverAccount } from "./account.mjs";
import { serverBinaries } from "./binaries.mjs";
import { freePort, readCredentials, writeCredentials } from "./credentials.mjs";
import { initialize } from "./initialize.mjs";
import { launch, settled, stop } from "./launch.mjs";
import { withLock } from "./lock.mjs";
import { runningServer } from "./pid-file.mjs";
import { dataFolder, outsideFolder } from "./place.mjs";
import { sharers } from "./sharers.mjs";

/**
 * Starts the Postgres server whose files are under `home`, or joins it when it runs already, be it another process's
 * or one left by a process that was killed. It listens on the loopback address only and asks for a password.
 * @param {string} home an absolute path; its parent holds what several servers share
 * @param {Record<string, string | number>} [settings] Postgres settings
 */
export async function startPostgres(home, settings = {}) {
  makeHome(home);
  const lock = join(home, "lock");
  const crowd = sharers(join(home, "sharers"));
  const credentialsFile = join(home, "credentials.json");
  const logFile = join(home, "server.log");

  const account = serverAccount(join(home, "data"));
  const binaries = serverBinaries(account, () => outsideFolder(dirname(home)));
  const folder = dataFolder(home, account);

  const ensure = async () => {
    const { password, port: last } = readCredentials(credentialsFile);
    const cluster = initialize({ folder, password, account, binaries });
    const found = await settled(cluster);
    const port = found?.port ?? (await freePort(last));
    if (!found) {
      await launch({ cluster, logFile, port, settings, account, program: binaries.program });
      writeCredentials(credentialsFile, { password, port });
    }
    return {
      cluster,
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      isAdopted: found !== null,
    };
  };

  const { cluster, url, isAdopted } = await withLock(lock, () => {
    crowd.join();
    return ensure();
  });
  return {
    /** The superuser's address of the database `postgres`. */
    url,
    isAdopted,
    logFile,
    folder,
    isRunning: () => runningServer(cluster) !== null,
    /** After the server was killed: starts it again, on the same port when it is still free. */
    revive: async () => (await withLock(lock, ensure)).url,
    /** Stops the server, unless other processes use it. */
    leave: () =>
      withLock(lock, async () => {
        crowd.leave();
        if (!crowd.hasOthers()) await stop(cluster, binaries.program);
      }),
  };
}

/** @param {string} home */
function makeHome(home) {
  try {
    mkdirSync(home, { recursive: true });
    // The server's account must pass through; what is secret in there has a mode of its own.
    for (const folder of [dirname(home), home]) chmodSync(folder, 0o711);
  } catch (error) {
    throw new Error(
      `${home} cannot be written to: run as the user whom ${dirname(home)} belongs to, or remove it.`,
      { cause: error },
    );
  }
}
