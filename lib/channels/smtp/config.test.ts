import { describe, expect, it } from "vitest";
import { smtpConfigSchema } from "./config";

const given = { host: "smtp.example.com", fromAddress: "hello@example.com" };

describe("settings of a mailbox", () => {
  it("asks for encryption unless told otherwise", () => {
    expect(smtpConfigSchema.parse(given)).toEqual({
      ...given,
      port: 587,
      security: "starttls",
      user: "",
      fromName: "",
      replyTo: "",
    });
  });

  it("takes the port as a form sends it", () => {
    expect(smtpConfigSchema.parse({ ...given, port: "465", security: "tls" }).port).toBe(465);
  });

  it.each([
    [{ host: "" }, "host"],
    [{ host: "a b" }, "host"],
    [{ host: "http://x" }, "host"],
    [{ port: 0 }, "port"],
    [{ port: "x" }, "port"],
    [{ fromAddress: "hello" }, "fromAddress"],
    [{ fromAddress: "a@b.c\r\nBcc: x@y.z" }, "fromAddress"],
    [{ replyTo: "x" }, "replyTo"],
    [{ user: "u", security: "none" }, "security"],
  ])("refuses %j at %s", (wrong, field) => {
    const parsed = smtpConfigSchema.safeParse({ ...given, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
