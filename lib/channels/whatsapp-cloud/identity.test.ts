import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identitiesOf, whatsappVariants } from "./identity";

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

describe("identities of a sender", () => {
  it("are the WhatsApp id, the phone with a plus and the business-scoped id, each once", () => {
    expect(identitiesOf(["16505551234", "16505551234", undefined], "US.1")).toEqual([
      { kind: "whatsapp", value: "16505551234" },
      { kind: "phone", value: "+16505551234" },
      { kind: "whatsapp", value: "US.1" },
    ]);
  });

  it("may have no number at all", () => {
    expect(identitiesOf([undefined], "US.1")).toEqual([{ kind: "whatsapp", value: "US.1" }]);
  });
});
