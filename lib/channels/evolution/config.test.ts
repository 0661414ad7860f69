import { describe, expect, it } from "vitest";
import { evolutionConfigSchema, evolutionSecretsSchema } from "./config";

describe("an Evolution number", () => {
  it.each([
    ["https://evolution.example/", "shop", "https://evolution.example"],
    ["https://example.com/evolution", "My shop 2", "https://example.com/evolution"],
    ["http://localhost:8080", "a.b", "http://localhost:8080"],
  ])("stands at %s as %s", (baseUrl, instance, address) => {
    expect(evolutionConfigSchema.parse({ baseUrl, instance })).toEqual({ baseUrl: address, instance });
  });

  it.each([
    ["http://evolution.example", "shop"],
    ["https://user:pass@evolution.example", "shop"],
    ["", "shop"],
    ["https://evolution.example", ""],
    ["https://evolution.example", ".."],
    ["https://evolution.example", "../other"],
    ["https://evolution.example", "shop?x=1"],
  ])("never stands at %j as %j", (baseUrl, instance) => {
    expect(evolutionConfigSchema.safeParse({ baseUrl, instance }).success).toBe(false);
  });

  it.each([
    { apiKey: "", verifyToken: "0123456789abcdef" },
    { apiKey: "two words", verifyToken: "0123456789abcdef" },
    { apiKey: "key", verifyToken: "" },
    { apiKey: "key" },
  ])("is never proven by %j", (secrets) => {
    expect(evolutionSecretsSchema.safeParse(secrets).success).toBe(false);
  });
});
