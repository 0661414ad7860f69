import { expect, it } from "vitest";
import { durationText } from "./duration";

it.each([
  { seconds: 0, text: "0 sec" },
  { seconds: 42.4, text: "42 sec" },
  { seconds: 60, text: "1 min" },
  { seconds: 59.7 * 60, text: "1 hr" },
  { seconds: 2 * 3600 + 10 * 60, text: "2 hr 10 min" },
  { seconds: 86_399, text: "1 day" },
  { seconds: 3 * 86_400 + 5 * 3600 + 59, text: "3 days 5 hr" },
])("$seconds seconds are $text", ({ seconds, text }) => {
  expect(durationText(seconds, "en")).toBe(text);
});
