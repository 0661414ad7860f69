import { expect, it } from "vitest";
import type { LedgerKind } from "@/lib/core/model";
import { groupsOf } from "./timeline-groups";

const entry = (kind: LedgerKind, stepId: string | null) => ({
  ...{ id: kind, at: "2026-03-10T12:00:00.000Z", kind, stepId, actorName: null, message: null },
  deliveryId: null,
  because: { code: "", data: {} },
});

it("groups by step, newest first, with replies at the step that the run was at and receipts at theirs", () => {
  const newestFirst = [
    entry("ended", "two"),
    entry("replied", null),
    entry("read", "one"),
    entry("waiting", "two"),
    entry("sent", "one"),
    entry("enrolled", null),
  ];
  const shown = groupsOf(newestFirst).map(({ stepId, entries }) => [
    stepId,
    entries.map((each) => each.kind),
  ]);
  expect(shown).toEqual([
    ["two", ["ended", "replied", "waiting"]],
    ["one", ["read", "sent"]],
    [null, ["enrolled"]],
  ]);
});

it("loses and repeats nothing", () => {
  const entries = [
    entry("ended", null),
    entry("delivered", "one"),
    entry("resumed", null),
    entry("paused", "one"),
  ];
  expect(groupsOf(entries).flatMap((group) => group.entries)).toHaveLength(4);
  expect(groupsOf([])).toEqual([]);
});
