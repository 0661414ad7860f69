import { expect, test } from "vitest";
import { placeOf } from "./use-placed";

const room = { width: 400, height: 300 };
const size = { width: 100, height: 20 };

test("stands in the middle of the wished side", () => {
  const box = { left: 180, top: 100, right: 220, bottom: 130 };
  expect(placeOf(box, size, room, "top")).toEqual({ left: 150, top: 76 });
  expect(placeOf(box, size, room, "bottom")).toEqual({ left: 150, top: 134 });
  expect(placeOf(box, size, room, "right")).toEqual({ left: 224, top: 105 });
  expect(placeOf(box, size, room, "left")).toEqual({ left: 76, top: 105 });
});

test("goes to the other side where the window ends", () => {
  expect(placeOf({ left: 180, top: 10, right: 220, bottom: 40 }, size, room, "top").top).toBe(44);
  expect(placeOf({ left: 350, top: 100, right: 390, bottom: 130 }, size, room, "right").left).toBe(246);
});

test("never leaves the window", () => {
  expect(placeOf({ left: 380, top: 100, right: 400, bottom: 120 }, size, room, "top").left).toBe(292);
  expect(placeOf({ left: 0, top: 100, right: 20, bottom: 120 }, size, room, "top").left).toBe(8);
});
