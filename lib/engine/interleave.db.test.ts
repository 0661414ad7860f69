import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { interleave } from "./fixtures/interleave";

const database = useTestDatabase();

/** `INTERLEAVE_PEOPLE=5000 INTERLEAVE_SEED=3 npx vitest run interleave.db` plays a larger sample. */
const people = Number(process.env.INTERLEAVE_PEOPLE ?? 150);
const seed = Number(process.env.INTERLEAVE_SEED ?? 20_260_310);

it("whatever happens in whatever order: one live run of a thing at a time, and no message after any exit", async () => {
  const { ends, claims, again, ...report } = await interleave(database.sql, { people, seed });
  expect(report, `seed ${seed}`).toEqual({
    ...{ twins: 0, afterStop: 0, afterExit: 0, duplicates: 0, revived: 0, lost: 0, errors: [] },
  });
  // Each way out was taken, or the sample proves nothing.
  const reasons = ["completed", "goal_reached", "opted_out", "replied", "resolved", "stopped"];
  expect(Object.keys(ends)).toEqual(expect.arrayContaining(reasons));
  expect(claims).toBeGreaterThan(people);
  expect(again).toBeGreaterThan(people / 15);
}, 600_000);
