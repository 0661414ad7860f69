import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { later, MINUTE } from "../fixtures/arrange";
import { driveToEnd } from "./fixtures/drive";
import { FAILURES, REPORTS, type Report } from "./fixtures/reports";
import { useSentRuns } from "./fixtures/sent-run";

const database = useTestDatabase();
const { server, startSent } = useSentRuns(database);
const AT_ONCE = 6;

/** `npm run faults` takes all six, in all their 1,956 orders. */
const TOLD: Report[] = process.env.FAULT_WORLDS ? [...REPORTS] : ["failed", "delivered", "read", "reply"];

type End = { order: Report[]; state: Record<string, unknown> };

/** Every order of every selection. */
const ordersOf = (reports: Report[]): Report[][] =>
  reports.flatMap((first) => {
    const others = reports.filter((other) => other !== first);
    return [[first], ...ordersOf(others).map((rest) => [first, ...rest])];
  });

const rankOf = async (enrollmentId: string): Promise<number> => {
  const [row] = await database.sql<{ rank: number }[]>`
    select array_position(enum_range(null::message_status), status) as rank from messages
    where enrollment_id = ${enrollmentId}`;
  return row?.rank ?? 0;
};

describe("reports of a message, in any order and however many of them", () => {
  it("come to the same end, and nothing goes back", async () => {
    const ends = new Map<string, End[]>();
    const backwards: Report[][] = [];
    const waiting = ordersOf(TOLD);
    const play = async () => {
      for (let order = waiting.pop(); order; order = waiting.pop()) {
        const { deliver, enrollmentId, state } = await startSent();
        let rank = 0;
        for (const [minutes, report] of order.entries()) {
          await deliver(report, later((60 + minutes) * MINUTE));
          const next = await rankOf(enrollmentId);
          if (next < rank) backwards.push(order);
          rank = next;
        }
        const selection = [...order].sort().join();
        ends.set(selection, [...(ends.get(selection) ?? []), { order, state: await state() }]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, play));
    expect(backwards).toEqual([]);
    expect([...ends.values()].flatMap(differing)).toEqual([]);
    expect(ends.size).toBe(2 ** TOLD.length - 1);
  }, 3_600_000);

  it("never send again what arrived, however a failure that may be tried again lies among them", async () => {
    const waiting = ordersOf(["sent", "failed", "delivered", "read"]);
    const wrong: unknown[] = [];
    const play = async () => {
      for (let order = waiting.pop(); order; order = waiting.pop()) {
        const { run, subject, deliver, enrollmentId } = await startSent(FAILURES.forNow);
        for (const [seconds, report] of order.entries()) await deliver(report, later(1_000 + seconds));
        await driveToEnd([run], later(2_000));
        const taken = server().taken.filter((id) => id === subject.messageId).length;
        const [first] = await database.sql`
          select status from messages where enrollment_id = ${enrollmentId} order by created_at, id limit 1`;
        const hasArrived = order.includes("delivered") || order.includes("read");
        // Only what the provider said to have failed, and never to have arrived, is sent once more.
        const expected = order.includes("failed") && !hasArrived ? 2 : 1;
        if (taken !== expected || (hasArrived && first?.status === "sent"))
          wrong.push({ order, taken, first });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, play));
    expect(wrong).toEqual([]);
  }, 300_000);
});

/** Two orders of the same reports that came to different ends. */
function differing([first, ...others]: End[]): End[] {
  const other = others.find(({ state }) => JSON.stringify(state) !== JSON.stringify(first?.state));
  return first && other ? [first, other] : [];
}
