import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { anyFaults, type FaultWorld, playFaults } from "./fixtures/any-faults";
import { type Arena, useHttpArena, useSmtpArena } from "./fixtures/arena";
import { ACCEPT } from "./fixtures/http-fault";
import { HTTP_PROVIDERS, HTTP_TABLE } from "./fixtures/http-table";
import { SMTP_TABLE } from "./fixtures/smtp-table";

const database = useTestDatabase();

/** `npm run faults` plays more of them. */
const WORLDS = Number(process.env.FAULT_WORLDS ?? 40);
const SEED = Number(process.env.FAULT_SEED ?? 20_260_310);
const AT_ONCE = 6;

/** Those that wait for the driver's patience are rarer, because they wait in earnest. */
const isSlow = (fault: string) => /never|byte a second|silence|stall/.test(fault);
const quick = <Row extends { fault: string }>(rows: Row[]) => rows.filter(({ fault }) => !isSlow(fault));
const slow = <Row extends { fault: string }>(rows: Row[]) => rows.filter(({ fault }) => isSlow(fault));

const httpFault = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...quick(HTTP_TABLE)).map(({ does }) => does[0] ?? ACCEPT) },
  { weight: 2, arbitrary: fc.constant(ACCEPT) },
  { weight: 1, arbitrary: fc.constantFrom(...slow(HTTP_TABLE)).map(({ does }) => does[0] ?? ACCEPT) },
);
const smtpFault = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...quick(SMTP_TABLE)).map(({ does }) => does) },
  { weight: 1, arbitrary: fc.constantFrom(...slow(SMTP_TABLE)).map(({ does }) => does) },
);

/** Several worlds side by side; answers how the messages of all of them ended, and the first world that broke. */
async function playAll<Fault>(arena: Arena<Fault>, worlds: FaultWorld<Fault>[]) {
  const total: Record<string, number> = {};
  const wrong: unknown[] = [];
  const waiting = [...worlds];
  const play = async () => {
    for (let world = waiting.pop(); world && wrong.length === 0; world = waiting.pop()) {
      try {
        const { broken, statuses } = await playFaults(database.sql, arena, world);
        for (const [status, count] of Object.entries(statuses)) total[status] = (total[status] ?? 0) + count;
        if (Object.values(broken).some((messages) => messages.length > 0)) wrong.push({ world, broken });
      } catch (error) {
        wrong.push({ world, error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, play));
  expect(wrong, `seed ${SEED}`).toEqual([]);
  return total;
}

describe("whatever a provider does in whatever order: nobody gets a message twice, none is lost, no run stands still", () => {
  describe.each(HTTP_PROVIDERS)("%s", (provider) => {
    const arena = useHttpArena(provider, { timeoutMs: 400 });
    it(`in ${WORLDS} inboxes`, async () => {
      const total = await playAll(arena, fc.sample(anyFaults(httpFault), { seed: SEED, numRuns: WORLDS }));
      // Each end was come to, or the sample proves nothing.
      expect(Object.keys(total)).toEqual(expect.arrayContaining(["sent", "unknown"]));
    }, 3_600_000);
  });

  describe("smtp", () => {
    const arena = useSmtpArena({ silenceMs: 400, totalMs: 2_000 });
    it(`in ${WORLDS} mailboxes`, async () => {
      const total = await playAll(arena, fc.sample(anyFaults(smtpFault), { seed: SEED, numRuns: WORLDS }));
      expect(Object.keys(total)).toEqual(expect.arrayContaining(["sent", "unknown"]));
    }, 3_600_000);
  });
});
