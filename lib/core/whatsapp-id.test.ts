import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whatsappVariants } from "./whatsapp-id";

describe("forms of a WhatsApp number", () => {
  it.each([
    ["5511987654321", ["5511987654321", "551187654321"]],
    ["551187654321", ["551187654321", "5511987654321"]],
    ["+55 31 98765-4321", ["5531987654321", "553187654321"]],
    ["551132654321", ["551132654321"]],
    ["5215512345678", ["5215512345678", "525512345678"]],
    ["525512345678", ["525512345678", "5215512345678"]],
    ["351912345678", ["351912345678"]],
    ["US.13491208655302741918", ["US.13491208655302741918"]],
    ["ana@example.com", ["ana@example.com"]],
  ])("%s", (given, expected) => {
    expect(whatsappVariants(given)).toEqual(expected);
  });

  it("finds a number by any of its forms, whichever one was stored", () => {
    const number = fc.tuple(
      fc.constantFrom("55", "52", "521", "1", "351"),
      fc.integer({ min: 1e8, max: 1e11 }),
    );
    fc.assert(
      fc.property(number, ([country, rest]) => {
        const forms = whatsappVariants(`${country}${rest}`);
        for (const form of forms) expect(whatsappVariants(form).toSorted()).toEqual(forms.toSorted());
      }),
    );
  });
});
