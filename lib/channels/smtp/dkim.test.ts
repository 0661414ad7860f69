import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { createSmtpDriver } from "./driver";
import { inboxAt, mailMessage } from "./fixtures";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
const dkimPrivateKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const SIGNED = { dkimDomain: "shop.example", dkimSelector: "mail2026" };

const driver = createSmtpDriver({ connectMs: 5_000, silenceMs: 5_000, totalMs: 10_000 });
let stub: SmtpStub;

beforeAll(async () => {
  stub = await startSmtpStub();
});
afterEach(() => void stub.mails.splice(0));
afterAll(async () => {
  driver.close?.();
  await stub.close();
});

const unsubscribeUrl = `https://app.example/u/${"x".repeat(86)}`;

describe("a signed mail", () => {
  it("verifies with the public key, and so do both headers of one-click unsubscribe", async () => {
    const message = mailMessage({ unsubscribeUrl, references: ["a@shop.example"], toName: "Ána Souza" });
    await driver.send(inboxAt(stub.port, SIGNED, { dkimPrivateKey }), message);
    const { tags, isBodyIntact, isSigned } = verified(stub.mails[0]?.raw ?? "");
    expect(tags).toMatchObject({ v: "1", a: "rsa-sha256", d: "shop.example", s: "mail2026" });
    expect(tags.h?.split(":")).toEqual(
      expect.arrayContaining(["from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post"]),
    );
    expect({ isBodyIntact, isSigned }).toEqual({ isBodyIntact: true, isSigned: true });
  });

  it("no longer verifies when the link was changed on the way", async () => {
    await driver.send(inboxAt(stub.port, SIGNED, { dkimPrivateKey }), mailMessage({ unsubscribeUrl }));
    const raw = (stub.mails[0]?.raw ?? "").replace("https://app.example/u/x", "https://evil.example/u/x");
    expect(verified(raw).isSigned).toBe(false);
  });

  it("is known not to have been sent when the connection was lost before its body", async () => {
    const inbox = inboxAt(stub.port, SIGNED, { dkimPrivateKey });
    for (const at of ["mail", "rcpt"] as const) {
      driver.close?.();
      stub.failNext({ at, drop: true });
      expect(await driver.send(inbox, mailMessage())).toMatchObject({ kind: "retry" });
    }
    driver.close?.();
    stub.failNext({ at: "data", drop: true });
    expect(await driver.send(inbox, mailMessage())).toMatchObject({ kind: "unknown" });
  });

  it("is not sent without its signature", async () => {
    const inbox = inboxAt(stub.port, SIGNED);
    expect(await driver.send(inbox, mailMessage())).toMatchObject({
      ...{ kind: "refused", reaction: "pause_inbox", code: "dkim_key" },
    });
    expect(await driver.checkConnection?.(inbox)).toMatchObject({ ok: false });
    expect(stub.mails).toEqual([]);
  });
});

/** RFC 6376 sections 3.4 and 3.7, relaxed for headers and body, written apart from what signs. */
function verified(raw: string) {
  const split = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const relaxed = (field: string) => {
    const colon = field.indexOf(":");
    const value = field
      .slice(colon + 1)
      .replace(/\r\n/g, "")
      .replace(/[ \t]+/g, " ")
      .trim();
    return `${field.slice(0, colon).toLowerCase().trim()}:${value}`;
  };
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tags = Object.fromEntries(
    relaxed(signature)
      .slice("dkim-signature:".length)
      .split(";")
      .map((tag) => tag.trim().split(/=(.*)/s).slice(0, 2) as [string, string]),
  ) as Record<string, string>;
  const lines = raw
    .slice(split + 4)
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  const body = `${lines.join("\r\n").replace(/(\r\n)*$/, "")}\r\n`;
  const bodyHash = createHash("sha256").update(body, "latin1").digest("base64");
  const named = (tags.h ?? "")
    .split(":")
    .map((name) => fields.find((field) => relaxed(field).startsWith(`${name}:`)) ?? "");
  const unsigned = relaxed(signature).replace(/\bb=[^;]*$/, "b=");
  const checked = createVerify("RSA-SHA256").update([...named.map(relaxed), unsigned].join("\r\n"), "latin1");
  return {
    tags,
    isBodyIntact: bodyHash === tags.bh,
    isSigned: checked.verify(publicKey, (tags.b ?? "").replace(/\s/g, ""), "base64"),
  };
}
