import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containing, toPage } from "./keyset";

const SIZE = 3;
const all = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(count - index).padStart(3, "0") }));

/** What the database would answer, newest first. */
const read = (rows: { id: string }[], cursor: { after?: string; before?: string }) => {
  const { after, before } = cursor;
  if (before)
    return rows
      .filter((row) => row.id > before)
      .reverse()
      .slice(0, SIZE + 1);
  return rows.filter((row) => !after || row.id < after).slice(0, SIZE + 1);
};

describe("toPage", () => {
  it("shows every row once going forward, and the same pages going back", () => {
    fc.assert(
      fc.property(fc.nat(20), (count) => {
        const rows = all(count);
        const pages = [toPage(read(rows, {}), {}, SIZE)];
        for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
          pages.push(toPage(read(rows, { after: next }), { after: next }, SIZE));
        }
        expect(pages.flatMap((page) => page.rows)).toEqual(rows);

        for (let index = pages.length - 1; index > 0; index -= 1) {
          const before = pages[index]?.previous ?? "";
          const back = toPage(read(rows, { before }), { before }, SIZE);
          expect(back.rows).toEqual(pages[index - 1]?.rows);
          expect(back.previous === null).toBe(index === 1);
        }
      }),
    );
  });
});

it("a searched text is taken literally", () => {
  expect(containing("50%_\\")).toBe("%50\\%\\_\\\\%");
});
