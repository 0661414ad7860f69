import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "../boundaries.mjs";
import { root } from "../start/settings.mjs";
import { lockProblems } from "./lock.mjs";

const FOLDERS = ["app", "components", "db", "inngest", "lib"];

/** Every import of the product's sources against the rules, one line each. */
export function boundaryProblems() {
  const nested = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (file) => `${folder}/${file.replaceAll("\\", "/")}`,
    ),
  );
  return [...nested, ...readdirSync(root)]
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => violations(file, readFileSync(join(root, file), "utf8")))
    .map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
}

export function lockFileProblems() {
  return lockProblems(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
}
