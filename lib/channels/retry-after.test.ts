import { describe, expect, it } from "vitest";
import { retryAfter } from "./retry-after";

const NOW = new Date("2026-10-21T07:28:00Z");

describe("Retry-After", () => {
  it.each<[string | undefined, number | null]>([
    ["17", 17],
    [" 0 ", 0],
    ["999999999", 86_400],
    ["Wed, 21 Oct 2026 07:29:30 GMT", 90],
    ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
    ["Fri, 21 Oct 2033 07:28:00 GMT", 86_400],
    [undefined, null],
    ["", null],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["9999999999", null],
  ])("reads %j as %j seconds", (text, seconds) => {
    const headers = text === undefined ? {} : { "retry-after": text };
    expect(retryAfter({ headers }, NOW)).toBe(seconds);
  });
});
