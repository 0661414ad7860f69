import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { readCsv } from "./records";

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (text: string | Uint8Array, size = 7) => {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const file = await readCsv(chunksOf(bytes, size));
  const rows = [];
  for await (const row of file.rows) rows.push(row);
  return { ...file, rows };
};

const row = (line: number, ...cells: string[]) => ({ line, cells });

describe("a file that is well formed", () => {
  it.each([
    ["commas", "name,phone\nAna,1\n"],
    ["semicolons", "name;phone\nAna;1\n"],
    ["tabs", "name\tphone\nAna\t1\n"],
    ["CRLF", "name,phone\r\nAna,1\r\n"],
    ["no line end at the end", "name,phone\nAna,1"],
    ["a byte order mark", "\ufeffname,phone\nAna,1\n"],
    ["quotes", '"name","phone"\n"Ana","1"\n'],
    ["blanks around cells", "name , phone\n Ana , 1 \n"],
  ])("is read with %s", async (_what, text) => {
    const file = await read(text);
    expect(file.columns).toEqual(["name", "phone"]);
    expect(file.rows).toEqual([row(2, "Ana", "1")]);
  });

  it("keeps delimiters, quotes and line breaks inside quoted cells, and counts the lines of the file", async () => {
    const file = await read('name,note\nAna,"says ""hi"", then\r\nleaves"\n\nBo,x\n');
    expect(file.rows).toEqual([row(2, "Ana", 'says "hi", then\nleaves'), row(5, "Bo", "x")]);
  });

  it("is read as Latin-1 where it is no UTF-8", async () => {
    const file = await read(Buffer.from("nome;observação\nJoão;maçã\n", "latin1"));
    expect(file.columns).toEqual(["nome", "observação"]);
    expect(file.rows).toEqual([row(2, "João", "maçã")]);
  });

  it("is read as UTF-16 with its byte order mark", async () => {
    const file = await read(Buffer.from("\ufeffnome;fone\nJoão;1\n", "utf16le"), 3);
    expect(file.rows).toEqual([row(2, "João", "1")]);
  });

  it("loses NUL characters, which Postgres refuses", async () => {
    expect((await read("name\nA\0na\n")).rows).toEqual([row(2, "Ana")]);
  });

  it("reads the same however it arrives", async () => {
    const cell = fc.stringMatching(/^[a-zé";,\n]{1,6}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), fc.nat(9), async (cells, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ["a,b", ...cells.map((pair) => pair.map(quoted).join(","))].join("\n");
        const file = await read(text, size + 1);
        expect(file.rows.map((each) => "cells" in each && each.cells)).toEqual(cells);
      }),
    );
  });
});

describe("a malformed row", () => {
  it("costs only itself when a quote is in the wrong place", async () => {
    const file = await read('a,b\n1,"2"x\n3,4\n5,x"y"z\n7,8\n');
    expect(file.rows).toEqual([
      { line: 2, code: "quote_bad", data: {} },
      row(3, "3", "4"),
      { line: 4, code: "quote_bad", data: {} },
      row(5, "7", "8"),
    ]);
  });

  it("costs only itself when a quote is never closed", async () => {
    const file = await read('a,b\n1,2\n3,"4\n5,6\n7,"8"\n');
    expect(file.rows).toEqual([
      row(2, "1", "2"),
      { line: 3, code: "quote_open", data: {} },
      row(4, "5", "6"),
      row(5, "7", "8"),
    ]);
  });

  it("does not swallow the rows between two quotes that are never closed", async () => {
    const file = await read('a,b\n3,"4\n5,6\n9,"10\n11,12\n');
    expect(file.rows).toEqual([
      { line: 2, code: "quote_bad", data: {} },
      row(3, "5", "6"),
      { line: 4, code: "quote_bad", data: {} },
      row(5, "11", "12"),
    ]);
  });

  it("is given up after a hundred lines, not at the end of the file", async () => {
    const many = Array.from({ length: 300 }, (_, index) => `${index},x`).join("\n");
    const file = await read(`a,b\n0,"open\n${many}\n`, 100);
    expect(file.rows[0]).toEqual({ line: 2, code: "quote_open", data: {} });
    expect(file.rows).toHaveLength(301);
    expect(file.rows.at(-1)).toEqual(row(302, "299", "x"));
  });
});

describe("what is no CSV file", () => {
  it.each([
    ["an empty file", "", "csv_empty"],
    ["a file of blank lines", "\n \n", "csv_empty"],
    ["a spreadsheet", Buffer.from("504b030414000600", "hex"), "csv_is_spreadsheet"],
    ["an old spreadsheet", Buffer.from("d0cf11e0a1b11ae1", "hex"), "csv_is_spreadsheet"],
    ["a header with an open quote", 'name,"phone\nAna,1\n', "csv_header"],
    ["an endless line", Buffer.alloc(400_000, 65), "csv_not_text"],
  ])("%s is refused with a sentence", async (_what, content, message) => {
    await expect(read(content, 65_536)).rejects.toEqual(new AppError("invalid", message));
  });
});
