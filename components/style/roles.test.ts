import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastOf, rgbOfOklch } from "./contrast";
import { LEAST, PAIRS, ROLES } from "./roles";

const css = readFileSync("app/globals.css", "utf8");
const themes = { light: tokensOf(/:root,\n\.light \{([^}]*)\}/), dark: tokensOf(/\n\.dark \{([^}]*)\}/) };

describe("contrastOf", () => {
  it("is 21 between black and white, 1 between equals, and as the standard's examples say", () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBe(21);
    expect(contrastOf([18, 52, 86], [18, 52, 86])).toBe(1);
    expect(contrastOf([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  it("reads oklch as browsers do", () => {
    expect(rgbOfOklch("oklch(1 0 0)")).toEqual([255, 255, 255]);
    expect(rgbOfOklch("oklch(0.6279554 0.2576833 29.2338843)")).toEqual([255, 0, 0]);
    expect(() => rgbOfOklch("#fff")).toThrow("Not a plain oklch colour");
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(PAIRS)("$front on $back can be read or seen", ({ kind, front, back }) => {
    const [one, other] = [themes[theme].get(front), themes[theme].get(back)];
    expect(contrastOf(rgbOfOklch(one ?? front), rgbOfOklch(other ?? back))).toBeGreaterThanOrEqual(
      LEAST[kind],
    );
  });

  it("every colour has its role", () => {
    const named = new Set<string>(Object.values(ROLES).flat());
    expect([...themes[theme].keys()].filter((token) => !named.has(token) && token !== "overlay")).toEqual([]);
  });
});

function tokensOf(block: RegExp): Map<string, string> {
  const body = block.exec(css)?.[1] ?? "";
  return new Map(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}
