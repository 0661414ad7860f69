import { expect, it } from "vitest";
import { ago, anInbox, NOW } from "./test-facts";
import { isWindowOpen, windowClosesAt } from "./window";

it.each([
  ["a minute after the contact wrote", ago(1), null, true],
  ["a minute before the margin", ago(23 * 60 + 49), null, true],
  ["at the margin, ten minutes before Meta's 24 hours", ago(23 * 60 + 50), null, false],
  ["when the contact never wrote", null, null, false],
  ["when the provider said so after the last message", ago(60), ago(30), false],
  ["when the contact wrote after the provider said so", ago(30), ago(60), true],
])("the window %s", (_, lastInboundAt, windowClosedAt, isWindowOpenNow) => {
  expect(isWindowOpen(anInbox({ lastInboundAt, windowClosedAt }), NOW)).toBe(isWindowOpenNow);
});

it("an inbox without a window is always open", () => {
  expect(isWindowOpen(anInbox({ hasWindow: false, lastInboundAt: null }), NOW)).toBe(true);
});

it("the end of the window can be shown", () => {
  expect(windowClosesAt(anInbox({ lastInboundAt: ago(23 * 60 + 50) }))).toEqual(NOW);
  expect(windowClosesAt(anInbox({ lastInboundAt: null }))).toBe(null);
});
