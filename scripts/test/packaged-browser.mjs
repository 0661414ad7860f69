import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { root } from "../start/settings.mjs";

const packageFolder = join(root, "node_modules", "@sparticuz", "chromium");

/**
 * The Chromium in the npm package, unpacked once. The package's own code is not used: it starts the browser with
 * its security off and shares one temporary folder between all users.
 * @returns {Promise<import("./browser.mjs").Browser | null>} null when the package has none for this machine
 */
export async function packagedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packageFolder)) return null;
  const folder = await unpacked();
  const path = join(folder, "chromium");
  /** @type {Record<string, string>} */
  const env = {};
  // Its libraries only where the system has none of its own, which fit better.
  if (spawnSync("ldd", [path], { encoding: "utf8" }).stdout?.includes("not found"))
    env.LD_LIBRARY_PATH = join(folder, "lib");
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = folder;
  return { path, env };
}

async function unpacked() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const folder = join(root, "node_modules", ".cache", `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await decompress("chromium.br", join(draft, "chromium"));
  chmodSync(join(draft, "chromium"), 0o755);
  for (const name of ["al2023", "fonts", "swiftshader"]) {
    const archive = join(draft, `${name}.tar`);
    await decompress(`${name}.tar.br`, archive);
    spawnSync("tar", ["-xf", archive, "-C", draft]);
    rmSync(archive);
  }
  // The packaged one names the folders of a cloud function.
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`;
  writeFileSync(join(draft, "fonts.conf"), fonts);
  try {
    renameSync(draft, folder);
  } catch {
    // Another run was quicker.
    rmSync(draft, { recursive: true });
  }
  return folder;
}

/**
 * @param {string} name
 * @param {string} target
 */
function decompress(name, target) {
  return pipeline(
    createReadStream(join(packageFolder, "bin", name)),
    createBrotliDecompress(),
    createWriteStream(target),
  );
}
