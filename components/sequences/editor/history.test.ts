import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, type History, MAX_ENTRIES, REST_MS, record, redo, undo } from "./history";

const act = { path: null, atMs: 0 };
const edits = fc.array(
  fc.record({
    draft: fc.string(),
    path: fc.option(fc.constantFrom("a", "b")),
    afterMs: fc.nat({ max: 2 * REST_MS }),
  }),
  { maxLength: 30 },
);

function edited(list: { draft: string; path: string | null; afterMs: number }[]): History<string> {
  let atMs = 0;
  let history = begin("");
  for (const { draft, path, afterMs } of list) {
    atMs += afterMs;
    history = record(history, draft, { path, atMs });
  }
  return history;
}

describe("the history of a draft", () => {
  it("gives the same draft when something is undone and done again", () => {
    fc.assert(
      fc.property(edits, fc.nat({ max: 40 }), (list, times) => {
        const history = edited(list);
        let back = history;
        for (let i = 0; i < times; i++) back = undo(back);
        for (let i = 0; i < times; i++) back = redo(back);
        expect(back.now).toBe(history.now);
        expect(back.past).toEqual(history.past);
      }),
    );
  });

  it("forgets what was undone once something new is done", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const history = record(undo(edited(list)), "new", act);
        expect(redo(history)).toBe(history);
        expect(history.now).toBe("new");
      }),
    );
  });

  it("undoes all that was typed in one field without a rest at once", () => {
    const history = edited([
      { draft: "H", path: "text", afterMs: 0 },
      { draft: "Hi", path: "text", afterMs: REST_MS - 1 },
      { draft: "Hi!", path: "text", afterMs: REST_MS - 1 },
    ]);
    expect(undo(history).now).toBe("");
  });

  it("keeps what was typed after a rest, or in another field, apart", () => {
    const rested = edited([
      { draft: "H", path: "text", afterMs: 0 },
      { draft: "Hi", path: "text", afterMs: REST_MS },
    ]);
    const elsewhere = edited([
      { draft: "H", path: "text", afterMs: 0 },
      { draft: "Hi", path: "subject", afterMs: 1 },
    ]);
    expect([undo(rested).now, undo(elsewhere).now]).toEqual(["H", "H"]);
  });

  it("does not type on into what an undo has brought back", () => {
    const history = undo(edited([{ draft: "H", path: "text", afterMs: 0 }]));
    expect(undo(record(history, "x", { path: "text", atMs: 1 })).now).toBe("");
  });

  it("keeps the latest entries only", () => {
    let history = begin("0");
    for (let i = 1; i <= MAX_ENTRIES + 5; i++) history = record(history, String(i), act);
    for (let i = 0; i < MAX_ENTRIES + 5; i++) history = undo(history);
    expect(history.now).toBe("5");
  });

  it("stays as it is when there is nothing to undo or to do again", () => {
    const history = begin("only");
    expect([undo(history), redo(history)]).toEqual([history, history]);
  });
});
