import { expect, it } from "vitest";
import { effectiveZone } from "./effective-zone";
import { zoneOfPhone } from "./phone-zones";
import { isKnownZone } from "./zone";

const settings = { useContactZone: true, timeZone: "America/Sao_Paulo" };

it.each([
  ["Europe/Lisbon", "+5592999999999", "Europe/Lisbon", "contact"],
  ["Nowhere/Land", "+5592999999999", "America/Manaus", "phone"],
  [null, "+14155550100", "America/Sao_Paulo", "account"],
  [null, null, "America/Sao_Paulo", "account"],
])("zone %s and phone %s count in %s, from the %s", (timeZone, phone, zone, from) => {
  expect(effectiveZone({ timeZone, phone }, settings)).toEqual({ zone, from });
});

it("the account's zone holds for everybody when the setting says so", () => {
  const contact = { timeZone: "Europe/Lisbon", phone: "+5592999999999" };
  expect(effectiveZone(contact, { ...settings, useContactZone: false }).from).toBe("account");
});

it("an account with an unknown zone counts in UTC", () => {
  const contact = { timeZone: null, phone: null };
  expect(effectiveZone(contact, { ...settings, timeZone: "Nowhere/Land" }).zone).toBe("UTC");
});

it.each([
  ["+5511987654321", "America/Sao_Paulo"],
  ["+5568999999999", "America/Rio_Branco"],
  ["+5567999999999", "America/Campo_Grande"],
  ["+5581987654321", "America/Recife"],
  ["+558136190000", "America/Noronha"],
  // Western Amazonas is split between two zones.
  ["+5597999999999", null],
  ["+551", null],
  ["+351211234567", "Europe/Lisbon"],
  ["+351292123456", "Atlantic/Azores"],
  // A Portuguese mobile may be on the Azores, a Spanish one on the Canaries.
  ["+351912345678", null],
  ["+34612345678", null],
  ["+34928123456", "Atlantic/Canary"],
  ["+14155550100", null],
  ["+18765550100", "America/Jamaica"],
  ["+447911123456", "Europe/London"],
  ["+9779812345678", "Asia/Kathmandu"],
  ["+79161234567", null],
  ["5511987654321", null],
  ["", null],
])("the phone %s lies in %s", (phone, zone) => {
  expect(zoneOfPhone(phone)).toBe(zone);
  if (zone) expect(isKnownZone(zone)).toBe(true);
});
