import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityHash } from "@/lib/identity-hash";
import { identitiesOf, normalizeEmail, normalizePhone } from "./identity";

describe("normalizePhone", () => {
  it.each([
    ["(11) 98765-4321", "BR", "+5511987654321"],
    ["11 98765-4321", "BR", "+5511987654321"],
    ["+55 11 98765 4321", "US", "+5511987654321"],
    ["+351 912 345 678", "BR", "+351912345678"],
    ["(212) 736-5000", "US", "+12127365000"],
    ["655 44 33 22", "ES", "+34655443322"],
  ])("reads %s in %s as %s", (text, country, expected) => {
    expect(normalizePhone(text, country)).toBe(expected);
  });

  it.each([
    ["", "BR"],
    ["12345", "BR"],
    ["call me", "BR"],
    ["call 11 98765-4321", "BR"],
    ["11 98765-4321", "ZZ"],
    ["+55 11 98765-4321 / 11 3333-4444", "BR"],
    ["ana@example.com", "BR"],
  ])("refuses %j in %s", (text, country) => {
    expect(normalizePhone(text, country)).toBeNull();
  });

  it("reads its own result the same in every country", () => {
    fc.assert(
      fc.property(fc.constantFrom("BR", "US", "ES", "PT"), (country) => {
        expect(normalizePhone("+5511987654321", country)).toBe("+5511987654321");
      }),
    );
  });
});

describe("normalizeEmail", () => {
  it("lowers the case and trims, so that one mailbox is one identity", () => {
    expect(normalizeEmail("  Ana.Souza@Example.COM ")).toBe("ana.souza@example.com");
  });

  it.each(["", "ana", "ana@", "@example.com", "ana example@x.com", "a@b"])("refuses %j", (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });
});

it("a phone brings its WhatsApp id", () => {
  expect(identitiesOf({ phone: "+5511987654321", email: null })).toEqual([
    { kind: "phone", value: "+5511987654321" },
    { kind: "whatsapp", value: "5511987654321" },
  ]);
});

it("hashes depend on the kind, so that an email never suppresses a phone", () => {
  expect(identityHash("phone", "x")).not.toBe(identityHash("email", "x"));
  expect(identityHash("email", "ana@example.com")).toMatch(/^[0-9a-f]{64}$/);
});
