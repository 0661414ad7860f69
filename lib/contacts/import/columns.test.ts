import { describe, expect, it } from "vitest";
import { guessMapping, mappingSchema } from "./columns";

describe("guessMapping", () => {
  it.each([
    ["English", ["Name", "First name", "Phone", "E-mail", "Time zone"]],
    ["Portuguese", ["Nome", "Primeiro nome", "Celular", "Email", "Fuso horário"]],
    ["Spanish", ["Nombre", "Primer nombre", "Teléfono", "Correo electrónico", "Zona horaria"]],
  ])("knows the headers in %s", (_language, columns) => {
    expect(guessMapping(columns)).toEqual(["name", "firstName", "phone", "email", "timeZone"]);
  });

  it("offers other named columns as attributes and ignores nameless and repeated ones", () => {
    expect(guessMapping(["Phone", "Mobile", "Plano (2026)", "plano 2026", "", "#"])).toEqual([
      "phone",
      "ignore",
      "attribute:plano_2026",
      "ignore",
      "ignore",
      "ignore",
    ]);
  });
});

describe("mappingSchema", () => {
  it.each([
    ["no address", ["name", "ignore"]],
    ["one target twice", ["phone", "phone"]],
    ["no target", ["phone", "birthday"]],
    ["a malformed attribute", ["phone", "attribute:Plan!"]],
    ["no column", []],
  ])("refuses %s", (_what, mapping) => {
    expect(mappingSchema.safeParse(mapping).success).toBe(false);
  });
});
