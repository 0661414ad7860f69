import { describe, expect, it } from "vitest";
import { gather } from "./gather";

const limits = { maxItems: 10, maxBatches: 2 };

describe("calls that are gathered into batches", () => {
  it("each get their own answer, in few batches that never mix accounts", async () => {
    const batches: { account: string; items: number[] }[] = [];
    const double = gather(async (account: string, items: number[]) => {
      batches.push({ account, items });
      return items.map((item) => item * 2);
    }, limits);
    const calls = Array.from({ length: 40 }, (_, i) => double(i % 2 ? "odd" : "even", i));
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 40 }, (_, i) => i * 2));
    expect(batches.length).toBeLessThan(10);
    for (const { account, items } of batches) {
      expect(items.every((item) => (item % 2 === 1) === (account === "odd"))).toBe(true);
      expect(items.length).toBeLessThanOrEqual(limits.maxItems);
    }
  });

  it("do not suffer from one among them that fails", async () => {
    const act = gather(async (_account: string, items: number[]) => {
      if (items.includes(7)) throw new Error("seven");
      return items;
    }, limits);
    const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => act("one", i)));
    const failed = settled.flatMap((one, i) => (one.status === "rejected" ? [i] : []));
    expect(failed).toEqual([7]);
  });

  it("go on after a failure", async () => {
    let isBroken = true;
    const act = gather(async (_account: string, items: number[]) => {
      if (isBroken) throw new Error("down");
      return items;
    }, limits);
    await expect(act("one", 1)).rejects.toThrow("down");
    isBroken = false;
    expect(await act("one", 2)).toBe(2);
  });
});
