import { describe, expect, it } from "vitest";
import { httpConfigSchema, httpSecretsSchema, newSigningSecret } from "./config";

describe("a gateway's address", () => {
  it.each([
    ["https://gateway.example/send?x=1", "https://gateway.example/send?x=1"],
    [" https://gateway.example:8443 ", "https://gateway.example:8443/"],
    ["https://gateway.example:443/a", "https://gateway.example/a"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["http://127.0.0.1:4010/", "http://127.0.0.1:4010/"],
  ])("may be %s", (given, url) => {
    expect(httpConfigSchema.parse({ url: given }).url).toBe(url);
  });

  it.each([
    ...[
      "http://gateway.example/",
      "http://10.0.0.1/",
      "http://169.254.169.254/latest/meta-data",
      "ftp://x.example/",
    ],
    ...["https://user@gateway.example/", "https://user:pass@gateway.example/", "https://gateway.example/#x"],
    ...[
      "https://gateway.example:25/",
      "https://gateway.example:22/",
      "https://gateway.example:80/",
      "javascript:1",
    ],
    ...[
      "file:///etc/passwd",
      "gopher://127.0.0.1:70/_",
      "gateway.example",
      "",
      "https://",
      "https://exa mple.com/",
    ],
  ])("is never %s", (url) => {
    expect(httpConfigSchema.safeParse({ url }).success).toBe(false);
  });
});

describe("a signing secret", () => {
  it("that is made is one that is taken, and never twice the same", () => {
    const signingSecret = newSigningSecret();
    expect(httpSecretsSchema.parse({ signingSecret })).toEqual({ signingSecret, previousSecret: "" });
    expect(newSigningSecret()).not.toBe(signingSecret);
  });

  it.each([
    "",
    "short",
    "whsec_",
    `whsec_${"A".repeat(31)}`,
    `whsec_${"A".repeat(200)}`,
    "whsec_not base64!",
  ])("is never %j", (signingSecret) => {
    expect(httpSecretsSchema.safeParse({ signingSecret }).success).toBe(false);
  });
});
