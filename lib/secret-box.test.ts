import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWith, sealWith, secretContext } from "./secret-box";

const MASTER = "a master secret of at least thirty-two characters";
const context = secretContext("018f-account", "inboxes", "secrets");

describe("secret box", () => {
  it("opens what it sealed, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (plain) => {
        expect(openWith(MASTER, sealWith(MASTER, plain, { context }), { context })).toBe(plain);
      }),
    );
  });

  it("never seals the same text to the same characters, and shows nothing of it", () => {
    const [first, second] = [
      sealWith(MASTER, "EAAB-token", { context }),
      sealWith(MASTER, "EAAB-token", { context }),
    ];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^v1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]+$/);
    expect(first).not.toContain("EAAB");
  });

  it("does not open for another account, table or column", () => {
    const sealed = sealWith(MASTER, "token", { context });
    for (const other of [
      secretContext("018f-other", "inboxes", "secrets"),
      secretContext("018f-account", "accounts", "secrets"),
      secretContext("018f-account", "inboxes", "config"),
    ]) {
      expect(() => openWith(MASTER, sealed, { context: other })).toThrow("belongs elsewhere");
    }
  });

  it("does not open when any one character was changed", () => {
    const sealed = sealWith(MASTER, "token", { context });
    for (let at = 0; at < sealed.length; at++) {
      // Flipping the highest of the six bits is never lost in base64url's unused trailing bits.
      const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const place = alphabet.indexOf(sealed[at] ?? "");
      const other = place < 0 ? "x" : (alphabet[place ^ 32] ?? "x");
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(() => openWith(MASTER, changed, { context })).toThrow();
    }
  });

  it("says so when the text was sealed with another APP_SECRET", () => {
    const sealed = sealWith(MASTER, "token", { context });
    expect(() => openWith(`${MASTER}!`, sealed, { context })).toThrow("another APP_SECRET");
  });

  it("refuses text that was never sealed", () => {
    for (const text of ["", "token", "v1.a.b", "v1..x.y", "v2.a.b.c", "v1.a.b.c.d"]) {
      expect(() => openWith(MASTER, text, { context })).toThrow();
    }
  });
});
