/**
 * What would keep `npm ci` from working on another machine: a package tied to one registry's host, or an optional
 * package (mostly another platform's binary) that the lock left out, which npm refuses later.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @typedef {{ resolved?: string, optionalDependencies?: Record<string, string> }} LockedPackage
 * @returns {string[]} one sentence each
 */
export function lockProblems({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved?.includes("://") ? [`${path} is tied to ${entry.resolved}.`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isAnswered(packages, path, name))
      .map((name) => `${path || "package.json"} may use ${name}, which the lock does not hold.`),
  ]);
}

/**
 * As Node looks packages up: in the package's own node_modules, then in that of each folder above.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 */
function isAnswered(packages, path, name) {
  const above = path
    .split("/node_modules/")
    .map((_, depth, parts) => parts.slice(0, depth + 1).join("/node_modules/"));
  return ["", ...above].some((folder) => `${folder && `${folder}/`}node_modules/${name}` in packages);
}
