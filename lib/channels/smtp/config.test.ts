import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { smtpConfigSchema, smtpSecretsSchema } from "./config";

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
      usesPlusAddress: false,
      imapHost: "",
      imapPort: 993,
      imapSecurity: "tls",
      imapUser: "",
      imapFolder: "INBOX",
      dkimDomain: "",
      dkimSelector: "",
    });
  });

  it("takes ports and choices as a form sends them, and as they are stored", () => {
    expect(smtpConfigSchema.parse({ ...given, port: "465", security: "tls" }).port).toBe(465);
    const typed = smtpConfigSchema.parse({ ...given, usesPlusAddress: "true", imapPort: "143" });
    expect(typed).toMatchObject({ usesPlusAddress: true, imapPort: 143 });
    expect(smtpConfigSchema.parse(typed)).toEqual(typed);
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
    [{ imapHost: "a b" }, "imapHost"],
    [{ imapHost: "imap.example.com", imapPort: 0 }, "imapPort"],
    [{ imapHost: "imap.example.com", imapSecurity: "none" }, "imapSecurity"],
    [{ dkimDomain: "localhost", dkimSelector: "a" }, "dkimDomain"],
    [{ dkimDomain: "example.com" }, "dkimSelector"],
    [{ dkimDomain: "example.com", dkimSelector: "a b" }, "dkimSelector"],
  ])("refuses %j at %s", (wrong, field) => {
    const parsed = smtpConfigSchema.safeParse({ ...given, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe("the key that mails are signed with", () => {
  const pem = (type: "rsa" | "ed25519") =>
    (type === "rsa"
      ? generateKeyPairSync("rsa", { modulusLength: 1024 })
      : generateKeyPairSync("ed25519")
    ).privateKey
      .export({ type: "pkcs8", format: "pem" })
      .toString();

  it("is an RSA key or none", () => {
    for (const dkimPrivateKey of ["", pem("rsa"), `\n${pem("rsa")}\n`]) {
      expect(smtpSecretsSchema.safeParse({ dkimPrivateKey }).success).toBe(true);
    }
    for (const dkimPrivateKey of ["key", pem("ed25519"), pem("rsa").slice(0, 300)]) {
      expect(smtpSecretsSchema.safeParse({ dkimPrivateKey }).error?.issues[0]?.path).toEqual([
        "dkimPrivateKey",
      ]);
    }
  });
});
