import { describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount, inTurns } from "./each-account";

const database = useTestDatabase();
const makeAccounts = async (count: number) => {
  const ids: AccountId[] = [];
  while (ids.length < count) ids.push(await makeAccount());
  return ids.sort();
};

describe("a round of all accounts", () => {
  it("gives each its turn although one fails and another never answers", async () => {
    const ids = await makeAccounts(8);
    const [broken, stuck] = ids;
    const served: string[] = [];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const round = eachAccount({
      first: async (id) => {
        if (id === broken) throw new Error("a row that nobody can read");
        if (id === stuck) {
          // Freed by the last of the others, which therefore did not wait for it.
          if (ids.slice(2).some((other) => !served.includes(other))) await released;
        }
        served.push(id);
        if (ids.slice(2).every((other) => served.includes(other))) release();
        return 1;
      },
      second: async () => 1,
    });
    const { done, failed } = await round;
    expect(failed).toBe(1);
    expect(ids.slice(1).every((id) => served.includes(id))).toBe(true);
    expect(done.second - done.first).toBe(1);
    expect(served.at(-1)).toBe(stuck);
  });

  it("passes over accounts that do not use the module", async () => {
    const [away] = await makeAccounts(1);
    await database.sql`update accounts set is_module_on = false where id = ${away ?? ""}`;
    const seen: string[] = [];
    await eachAccount({
      look: async (id) => {
        seen.push(id);
        return 0;
      },
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(away);
  });
});

describe("turns", () => {
  it("are given to each that has more once before any has another, and end with the time", async () => {
    const [flood, small, broken] = await makeAccounts(3);
    const left = new Map([
      [flood, 1_000],
      [small, 2],
    ]);
    const order: string[] = [];
    const turn = async (id: AccountId) => {
      if (id === broken) throw new Error("again and again");
      const count = Math.min(left.get(id) ?? 0, 1);
      left.set(id, (left.get(id) ?? 0) - count);
      if (count > 0) order.push(id);
      return count;
    };
    const sum = await inTurns("sample", turn, () => order.length >= 50);
    expect(order.filter((id) => id === small)).toHaveLength(2);
    expect(order.lastIndexOf(small ?? "")).toBeLessThan(4);
    expect(sum).toBe(order.length);
    expect(sum).toBeLessThan(60);
  });
});
