import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lockProblems } from "./lock.mjs";

describe("the lock check", () => {
  it("finds a package tied to a host", () => {
    const packages = { "node_modules/a": { resolved: "https://registry.example/a.tgz" } };
    expect(lockProblems({ packages })).toEqual(["node_modules/a is tied to https://registry.example/a.tgz."]);
  });

  it("finds a platform's binary that was left out, wherever it might be nested", () => {
    const packages = {
      "": {},
      "node_modules/a": { optionalDependencies: { "@a/linux": "1", "@a/mac": "1", "@a/windows": "1" } },
      "node_modules/@a/linux": {},
      "node_modules/a/node_modules/@a/mac": {},
    };
    expect(lockProblems({ packages })).toEqual([
      "node_modules/a may use @a/windows, which the lock does not hold.",
    ]);
  });

  it("passes this checkout's lock", () => {
    expect(lockProblems(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
  });
});
