import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const given = process.env.APP_URL;
beforeEach(() => {
  process.env.APP_URL = "https://follow-ups.example";
});
afterEach(() => {
  process.env.APP_URL = given;
});

describe("a request that changes something", () => {
  it.each<[string, Record<string, string>]>([
    ["the browser says so", { "sec-fetch-site": "same-origin" }],
    ["the origin is the configured address", { origin: "https://follow-ups.example", host: "10.0.0.7:3000" }],
    ["the origin is the host that was asked", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
    ["both agree", { "sec-fetch-site": "same-origin", origin: "https://follow-ups.example" }],
  ])("is let through when %s", (_, headers) => {
    expect(isSameOrigin(new Headers(headers))).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ["nothing says where it came from", {}],
    ["nothing but the host is said", { host: "follow-ups.example" }],
    ["it came from another site", { "sec-fetch-site": "cross-site" }],
    ["it came from a sister host", { "sec-fetch-site": "same-site" }],
    ["it was typed in", { "sec-fetch-site": "none" }],
    ["the origin is another", { origin: "https://evil.example", host: "follow-ups.example" }],
    ["the origin is opaque", { origin: "null", host: "follow-ups.example" }],
    [
      "the origin only begins alike",
      { origin: "https://follow-ups.example.evil.example", host: "follow-ups.example" },
    ],
    ["the port is another", { origin: "http://127.0.0.1:4000", host: "127.0.0.1:3000" }],
    ["the two contradict", { "sec-fetch-site": "same-origin", origin: "https://evil.example" }],
    [
      "the two contradict the other way",
      { "sec-fetch-site": "cross-site", origin: "https://follow-ups.example" },
    ],
  ])("is refused when %s", (_, headers) => {
    expect(isSameOrigin(new Headers(headers))).toBe(false);
  });
});
