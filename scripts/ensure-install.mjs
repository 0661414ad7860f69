// Runs before `npm start`, `npm test` and `npm run check`, when node_modules may not exist: built-ins only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./postgres/lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const stamp = join(root, "node_modules", ".installed-for");
const platform = `node-${process.versions.node.split(".")[0]} ${process.platform}-${process.arch}`;

requireNode();
if (!isInstalled()) {
  mkdirSync(join(root, ".data"), { recursive: true });
  await withLock(join(root, ".data", "install.lock"), async () => {
    if (!isInstalled()) install();
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Follow-ups needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** An updated lock, another Node or another machine (a mounted folder) each ask for a new installation. */
function isInstalled() {
  const found = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (found === `${lockHash()} ${platform}`) return true;
  if ((found && !found.endsWith(platform)) || !isTreeOfLock()) return false;
  writeFileSync(stamp, `${lockHash()} ${platform}`);
  return true;
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** Whether someone's own `npm install` has already put in place what the lock asks for. */
function isTreeOfLock() {
  const lock = packagesOf(join(root, "package-lock.json"));
  const tree = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!lock || !tree) return false;
  return Object.entries(lock).every(([path, wantedPackage]) => {
    const found = tree[path];
    if (path === "" || (!found && wantedPackage.optional)) return true;
    return found?.version === wantedPackage.version && existsSync(join(root, path));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

function install() {
  console.log("Installing packages (about a minute the first time) ...");
  // A registry now and then fails once; a second try is cheaper than a puzzled newcomer.
  if (!runNpm() && !runNpm()) {
    console.error("npm could not install the packages: see its message above, then run the command again.");
    process.exit(1);
  }
  writeFileSync(stamp, `${lockHash()} ${platform}`);
}

function runNpm() {
  const { NODE_ENV: _, ...env } = process.env;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const options = /** @type {const} */ ({ cwd: root, env, stdio: "inherit" });
  // Started by npm itself, its program is known; on Windows `npm` alone is a script that needs a shell.
  const npm = process.env.npm_execpath;
  const run = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return run.status === 0;
}
