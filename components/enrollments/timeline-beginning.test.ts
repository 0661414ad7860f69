import { describe, expect, it } from "vitest";
import { hasLostBeginning } from "./timeline-beginning";

const told = (...kinds: ("enrolled" | "sent" | "ended")[]) => kinds.map((kind) => ({ kind }));

describe("the beginning of a timeline", () => {
  it("is told to be gone where the oldest entry is not the enrollment", () => {
    expect(hasLostBeginning(told("ended", "sent"), false)).toBe(true);
    expect(hasLostBeginning([], false)).toBe(true);
  });

  it("is not told to be gone where it is there, or may be among what was not loaded yet", () => {
    expect(hasLostBeginning(told("ended", "sent", "enrolled"), false)).toBe(false);
    expect(hasLostBeginning(told("ended", "sent"), true)).toBe(false);
  });
});
