import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { chromium } from "@playwright/test";

const SHELLS = /^(chrome-)?headless[_-]shell(\.exe)?$/;

/** What `playwright install chromium` has put on this machine: the whole browser, or only its headless shell. */
export function downloadedBrowsers() {
  const whole = chromium.executablePath();
  const folder = dirname(dirname(whole));
  const shellFolder = join(
    dirname(folder),
    basename(folder).replace("chromium-", "chromium_headless_shell-"),
  );
  return [whole, ...shells(shellFolder)].filter((path) => existsSync(path));
}

/** @param {string} folder */
function shells(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => SHELLS.test(basename(path)))
    .map((path) => join(folder, path));
}
