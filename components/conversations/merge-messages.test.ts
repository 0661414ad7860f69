import { describe, expect, it } from "vitest";
import type { ThreadMessage } from "@/lib/conversations/thread";
import { said as message } from "./fixtures";
import { mergeMessages } from "./merge-messages";

const said = (id: string, second: number, status: ThreadMessage["status"] = null) =>
  message(id, { status, at: `2026-03-10T12:00:${String(second).padStart(2, "0")}.000Z` });
const idsOf = (messages: ThreadMessage[]) => messages.map(({ id }) => id);

describe("the messages of an open thread", () => {
  it("grow at the end by what is new, and older ones stay", () => {
    const known = [said("a", 1), said("b", 2), said("c", 3)];
    expect(idsOf(mergeMessages(known, [said("b", 2), said("c", 3), said("d", 4)], true))).toEqual([
      ...["a", "b", "c", "d"],
    ]);
  });

  it("are as they were read last", () => {
    const merged = mergeMessages([said("a", 1, "sent")], [said("a", 1, "read")], true);
    expect(merged).toMatchObject([{ id: "a", status: "read" }]);
  });

  it("grow at the beginning by an older page, which touches nothing that is known", () => {
    expect(idsOf(mergeMessages([said("c", 3)], [said("a", 1), said("b", 2)], false))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("begin anew when more came than a page shows, so that none is missing in between", () => {
    expect(idsOf(mergeMessages([said("a", 1)], [said("x", 8), said("y", 9)], true))).toEqual(["x", "y"]);
  });

  it("keep what is being sent while an empty thread is read", () => {
    expect(idsOf(mergeMessages([said("a", 1, "claimed")], [], true))).toEqual(["a"]);
  });
});
