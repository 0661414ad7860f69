import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PERMISSIONS, type Permission } from "@/lib/permissions";

/** One way into the server that the sources show, and the permission that its gate asks for. */
export type Door = {
  name: string;
  file: string;
  /** Null when it was not built by `accountAction` or `accountRoute`. */
  permission: Permission | null;
  isRead: boolean;
};

const ROUTES = "app/api/a/[account]/";
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Every exported server action and every exported method of a route handler. */
export function findDoors(): Door[] {
  const files = ["app", "lib", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  return files.flatMap((file) => {
    if (/\/route\.tsx?$/.test(file)) return doorsOf(file, "accountRoute").filter(isMethod).map(asRoute);
    if (!/\.tsx?$/.test(file) || file.includes(".test.")) return [];
    const isActions = /^\s*["']use server["']/.test(readFileSync(file, "utf8"));
    return isActions ? doorsOf(file, "accountAction") : [];
  });
}

/** Actions written into a page or component would escape the list above. */
export function inlineActions(): string[] {
  return ["app", "lib", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => join(folder, file))
      .filter(
        (file) => /\.tsx?$/.test(file) && /^[ \t]+["']use server["']/m.test(readFileSync(file, "utf8")),
      ),
  );
}

function doorsOf(file: string, builder: string): Door[] {
  const source = readFileSync(file, "utf8");
  const built = new RegExp(`^\\s*=\\s*${builder}\\(\\s*"([\\w.]+)"`);
  const declared = [...source.matchAll(/^export (?:const|(?:async )?function\*?|let|var) (\w+)/gm)];
  const listed = [...source.matchAll(/^export (?:const )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(" as ").at(-1) ?? ""),
  );
  return [
    ...declared.map((match) => {
      const rest = source.slice((match.index ?? 0) + match[0].length);
      const permission = PERMISSIONS.find((each) => each === built.exec(rest)?.[1]) ?? null;
      return { name: match[1] ?? "", file, permission, isRead: false };
    }),
    ...listed.filter(Boolean).map((name) => ({ name, file, permission: null, isRead: false })),
  ];
}

const isMethod = ({ name }: Door): boolean => METHODS.includes(name);

function asRoute(door: Door): Door {
  const path = door.file.replace(/\/route\.tsx?$/, "").replace(ROUTES, "");
  const isRead = door.name === "GET" || door.name === "HEAD";
  return { ...door, name: `${door.name} ${path}`, isRead };
}
