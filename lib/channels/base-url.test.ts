import { describe, expect, it } from "vitest";
import { baseUrlSchema } from "./base-url";

describe("base url", () => {
  it.each([
    ["https://graph.facebook.com", "https://graph.facebook.com"],
    [" https://proxy.example.com/meta/ ", "https://proxy.example.com/meta"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://localhost:4010/", "http://localhost:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("takes %s", (given, expected) => {
    expect(baseUrlSchema.parse(given)).toBe(expected);
  });

  it.each([
    "http://graph.facebook.com",
    "http://127.0.0.1.example.com",
    "http://10.0.0.1",
    "https://user:password@example.com",
    "https://example.com/?x=1",
    "ftp://example.com",
    "javascript:alert(1)",
    "graph.facebook.com",
    "",
  ])("never sends a token to %s", (given) => {
    expect(baseUrlSchema.safeParse(given).success).toBe(false);
  });
});
