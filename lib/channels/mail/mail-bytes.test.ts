import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesOfText, textOfBytes } from "./mail-bytes";

it("keeps every byte of a mail, in text that Postgres takes", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    fc.constant(Buffer.from("bytes:\0")),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const text = textOfBytes(Buffer.from(given));
      expect(bytesOfText(text).equals(Buffer.from(given))).toBe(true);
      expect(text).not.toContain("\0");
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});

it("leaves what is plain text as it stands", () => {
  expect(textOfBytes(Buffer.from("From: ana@example.com\r\n\r\nOlá"))).toBe(
    "From: ana@example.com\r\n\r\nOlá",
  );
  expect(textOfBytes(Buffer.from("From: ana@example.com\r\n\r\nOl\xe1", "latin1"))).toContain(
    "ana@example.com",
  );
});
