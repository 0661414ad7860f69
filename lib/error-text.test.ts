import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sentences, shownError, shownUnexpected } from "./error-text";
import { AppError } from "./errors";
import "./issue-keys";

describe("an error as a person reads it", () => {
  it("is a sentence in their language, with the data in it", () => {
    const error = new AppError("invalid", "connection_failed", { data: { detail: "refused" } });
    expect(shownError(error, "pt-BR")).toMatchObject({
      code: "invalid",
      message: "A conexão não funcionou: refused",
    });
  });

  it("tells each field apart", () => {
    const error = new AppError("invalid", "invalid", { fields: { "config.host": "required" } });
    expect(shownError(error, "en").fields).toEqual({ "config.host": "Fill this in." });
  });

  it("says nothing of what went wrong inside", () => {
    expect(shownUnexpected("en").message).toBe(
      "Something went wrong on our side. Nothing was changed; try again.",
    );
  });

  it("never passes on a text that is no key", () => {
    expect(sentences("en")("duplicate key value violates unique constraint")).toBe(
      "This value is not valid.",
    );
  });
});

describe("what Zod finds", () => {
  const messageOf = (schema: z.ZodType, value: unknown) =>
    sentences("en")(schema.safeParse(value).error?.issues[0]?.message ?? "");

  it.each<[string, z.ZodType, unknown, string]>([
    ["a missing field", z.object({ name: z.string() }), {}, "Fill this in."],
    ["an empty field", z.string().min(1), "", "Fill this in."],
    ["a long text", z.string().max(3), "four", "At most 3 characters."],
    ["a large number", z.number().max(9), 10, "At most 9."],
    ["no address", z.email(), "nobody", "This is not an email address."],
    ["anything else", z.enum(["a"]), "b", "This value is not valid."],
  ])("is said of %s", (_, schema, value, sentence) => {
    expect(messageOf(schema, value)).toBe(sentence);
  });
});
