import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { downloadedBrowsers } from "./downloaded-browsers.mjs";
import { packagedBrowser } from "./packaged-browser.mjs";

/** @typedef {{ path: string, env: Record<string, string> }} Browser */

const NAMES = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) =>
    join(process.env[name] ?? "", "Google/Chrome/Application/chrome.exe"),
  ),
];

/** How each package manager puts a Chromium in place without a question. */
const PACKAGE_MANAGERS = [
  ["apt-get", "apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium"],
  ["dnf", "dnf install -y -q chromium"],
  ["apk", "apk add -q chromium"],
];

/**
 * A Chromium that runs here: the one CHROMIUM_PATH names, an installed one, Playwright's download, the one of the
 * npm package, else one that the system's package manager installs. Throws a sentence when there is none.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { path: named, env: {} };
  for (const path of [...installedBrowsers(), ...downloadedBrowsers()])
    if (runs({ path, env: {} })) return { path, env: {} };
  const packaged = await packagedBrowser();
  if (packaged && runs(packaged)) return packaged;
  installBrowser();
  for (const path of installedBrowsers()) if (runs({ path, env: {} })) return { path, env: {} };
  throw new Error(
    "No browser for the browser tests was found: install Chrome or Chromium, or run `npx playwright install --with-deps chromium`, and start again.",
  );
}

function installedBrowsers() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].filter(
    (path) => existsSync(path),
  );
}

/**
 * Whether it starts: a package may be a stub that only says how to install the real one.
 * @param {Browser} browser
 */
function runs({ path, env }) {
  // Chrome on Windows opens a window instead of answering.
  if (process.platform === "win32") return true;
  const answer = spawnSync(path, ["--version", "--no-sandbox"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 30_000,
  });
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout);
}

function installBrowser() {
  if (process.getuid?.() !== 0) return;
  const found = PACKAGE_MANAGERS.find(([program]) => spawnSync(program ?? "", ["--version"]).status === 0);
  if (!found) return;
  console.log(`Installing a browser with ${found[0]} ...`);
  spawnSync("/bin/sh", ["-c", found[1] ?? ""], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
