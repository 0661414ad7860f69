import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the database cluster in the folder, once, and returns where it is. It is made under another name and
 * renamed, so that a run killed half-way leaves no half cluster.
 * @param {{ folder: string, password: string, account: import("./account.mjs").Account,
 *   binaries: { version: string, program: (name: string) => string } }} server
 */
export function initialize({ folder, password, account, binaries }) {
  const cluster = join(folder, "cluster");
  if (existsSync(join(cluster, "PG_VERSION"))) {
    checkVersion(cluster, binaries.version);
    return cluster;
  }
  const draft = join(folder, "draft");
  const passwordFile = join(folder, "password");
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  // The built-in locale needs none of the operating system's, and changes upper and lower case right in all languages.
  const made = spawnSync(
    binaries.program("initdb"),
    [
      `--pgdata=${draft}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { cwd: folder, env: serverEnvironment(), encoding: "utf8", ...account },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(`Postgres could not make its data folder ${folder}.\n${made.stderr ?? made.error}`);
  renameSync(draft, cluster);
  return cluster;
}

/** Without the PG* variables of the caller's own clients, which the server's programs would obey. */
export function serverEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: "C", TZ: "UTC" };
}

/**
 * @param {string} cluster
 * @param {string} version
 */
function checkVersion(cluster, version) {
  const have = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const want = version.split(".")[0];
  if (have !== want) {
    throw new Error(
      `${cluster} holds data of PostgreSQL ${have}, but PostgreSQL ${want} is installed: move the data over or remove the folder.`,
    );
  }
}
