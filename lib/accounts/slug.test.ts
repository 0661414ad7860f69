import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Clínica São José", "clinica-sao-jose"],
    ["  A & B  ", "a-b"],
    ["東京", "account"],
    ["Sign in", "account"],
    ["x".repeat(80), "x".repeat(48)],
  ])("makes an address of %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
