import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../postgres/lock.mjs";
import { runToEnd } from "./run.mjs";
import { dataHome, root } from "./settings.mjs";

const stamp = join(root, ".next", "built-from");

const SOURCES = ["app", "components", "db", "inngest", "lib", "messages", "public"];
const SINGLE_SOURCES =
  /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation\.ts|(next|postcss)\.config\.\w+)$/;
/** What no page reaches: changing these needs no new build. */
const NOT_BUILT = /\.test\.tsx?$|^db\/migrations\//;

/**
 * Builds the web application unless the last build was made from the very same sources.
 * @param {AbortSignal} signal
 */
export async function buildWhenChanged(signal) {
  mkdirSync(dataHome, { recursive: true });
  await withLock(join(dataHome, "build.lock"), async () => {
    const hash = sourcesHash();
    if (
      existsSync(join(root, ".next", "BUILD_ID")) &&
      existsSync(stamp) &&
      readFileSync(stamp, "utf8") === hash
    )
      return;
    console.log("Building the web application (about half a minute) ...");
    await runToEnd({
      args: ["node_modules/next/dist/bin/next", "build"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      logFile: join(dataHome, "logs", "build.log"),
      signal,
      failure: "The web application could not be built",
    });
    writeFileSync(stamp, hash);
  });
}

function sourcesHash() {
  const hash = createHash("sha256").update(process.version);
  for (const file of sourceFiles()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function sourceFiles() {
  const nested = SOURCES.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  const single = readdirSync(root).filter((name) => SINGLE_SOURCES.test(name));
  return [...nested, ...single].filter((file) => !NOT_BUILT.test(file.replaceAll("\\", "/"))).sort();
}
