import { describe, expect, it } from "vitest";
import type { TimelineEntry, TimelinePage } from "@/lib/enrollments/timeline-schema";
import { withNewest, withOlder } from "./timeline-merge";

const entry = (id: string) => ({ id }) as TimelineEntry;
const page = (ids: string, next: string | null = null): TimelinePage => ({
  entries: [...ids].map(entry),
  next,
});
const shown = ({ entries, next }: TimelinePage) => [entries.map(({ id }) => id).join(""), next];

describe("a timeline that is read in pages", () => {
  it.each([
    ["begins with its newest page", withNewest(undefined, page("dcb", "b")), ["dcb", "b"]],
    ["goes on behind it", withOlder(page("dcb", "b"), page("a")), ["dcba", null]],
    [
      "keeps older entries when the newest page is read anew",
      withNewest(page("dcba"), page("edc", "c")),
      ["edcba", null],
    ],
    [
      "keeps those that new ones push off the newest page",
      withNewest(page("dcb", "b"), page("fed", "d")),
      ["fedcb", "b"],
    ],
    [
      "begins anew where it cannot tell what lies between",
      withNewest(page("cba"), page("zyx", "x")),
      ["zyx", "x"],
    ],
    [
      "takes the cursor of a page that covers all that was known",
      withNewest(page("ba"), page("cba")),
      ["cba", null],
    ],
    ["shows nothing twice", withOlder(page("dcb", "b"), page("ba")), ["dcba", null]],
  ])("%s", (_, merged, expected) => {
    expect(shown(merged)).toEqual(expected);
  });
});
