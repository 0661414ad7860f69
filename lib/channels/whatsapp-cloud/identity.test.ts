import { describe, expect, it } from "vitest";
import { identitiesOf } from "./identity";

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
