import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { type ImportEvent, MAPPING_HEADER } from "./report";
import { importAnswer, mappingOf, uploadOf } from "./upload";

const request = (mapping: string) =>
  new Request("http://localhost/", { method: "POST", headers: { [MAPPING_HEADER]: mapping } });

describe("mappingOf", () => {
  it("reads the header", () => {
    const sent = encodeURIComponent(JSON.stringify(["phone", "attribute:plan"]));
    expect(mappingOf(request(sent))).toEqual(["phone", "attribute:plan"]);
  });

  it.each([
    ["nothing", "", "csv_mapping"],
    ["what is no JSON", "%7B", "csv_mapping"],
    ["broken encoding", "%", "csv_mapping"],
    ["no address", encodeURIComponent('["name"]'), "csv_no_address_column"],
    ["a field twice", encodeURIComponent('["phone","phone"]'), "csv_repeated_target"],
  ])("refuses %s with its sentence", (_what, sent, message) => {
    expect(() => mappingOf(request(sent))).toThrow(new AppError("invalid", message));
  });
});

it("an empty upload is refused", async () => {
  const read = uploadOf(new Request("http://localhost/", { method: "POST" }));
  await expect(read.next()).rejects.toEqual(new AppError("invalid", "csv_empty"));
});

it("an error halfway is the last line, as a sentence in the person's language", async () => {
  async function* failing(): AsyncGenerator<ImportEvent> {
    yield { kind: "progress", rows: 1_000 };
    throw new AppError("invalid", "csv_too_many_rows", { data: { max: 5 } });
  }
  const lines = (await importAnswer(failing(), "es").text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { kind: "progress", rows: 1_000 },
    { kind: "refused", message: "El archivo tiene más de 5 filas. Divídelo e importa las partes." },
  ]);
});
