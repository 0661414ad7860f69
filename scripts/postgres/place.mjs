import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canWrite } from "./account.mjs";

/**
 * Where the server keeps its data: in `home`, or, when the server's account cannot reach that (a checkout under
 * root's own folder), in a folder outside that the checkout remembers.
 * @param {string} home
 * @param {import("./account.mjs").Account} account
 */
export function dataFolder(home, account) {
  const inside = join(home, "data");
  makeFolder(inside, account);
  if (canWrite(inside, account)) return inside;
  const outer = join(outsideFolder(dirname(home)), home.slice(dirname(home).length + 1));
  makeFolder(outer, account);
  return outer;
}

/**
 * A folder under the system's temporary folder, made once for this checkout. Its random name cannot be taken
 * beforehand by someone else, and a new checkout at the same path does not meet the data of the old one.
 * @param {string} base the checkout's `.data`
 */
export function outsideFolder(base) {
  const note = join(base, "outside");
  const known = readNote(note);
  if (known && isOwnFolder(known)) return known;
  const made = mkdtempSync(join(tmpdir(), "follow-ups-"));
  chmodSync(made, 0o711);
  writeFileSync(note, made);
  return made;
}

/**
 * @param {string} folder
 * @param {import("./account.mjs").Account} account
 */
function makeFolder(folder, account) {
  mkdirSync(folder, { recursive: true });
  if (!account) return;
  chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** @param {string} folder */
function isOwnFolder(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

/** @param {string} note */
function readNote(note) {
  try {
    return readFileSync(note, "utf8");
  } catch {
    return null;
  }
}
