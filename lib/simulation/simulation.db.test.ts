import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { limitInbox } from "@/lib/inboxes/limits";
import type { Population, SimulationEvent, SimulationResult } from "./schema";
import { simulateSequence } from "./simulate-sequence";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const DAYS = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

async function arrange(people: number, over: Partial<SequenceSnapshot> = {}) {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId, { channel: "sms" });
  const contacts = [];
  for (let index = 0; index < people; index++) {
    contacts.push(await makeContact(accountId, { phone: `+55119876${String(54_000 + index)}` }));
  }
  const sequence = await makeSequence(accountId, { steps: [makeStep()], ...over });
  return { accountId, inbox, contacts, sequence };
}

async function resultOf(accountId: AccountId, sequenceId: string, population: Population) {
  const events: SimulationEvent[] = [];
  const tick = () => performance.now();
  for await (const event of simulateSequence(accountId, { sequenceId, population, now: NOW, tick }))
    events.push(event);
  const last = events.at(-1);
  if (last?.kind !== "result") throw new Error("There is no result.");
  return { result: last.result, events };
}
const contactsPopulation: Population = { population: "contacts", search: "" };
const sent = ({ sends }: SimulationResult) => sends.reduce((sum, { count }) => sum + count, 0);

describe("the simulation of a draft", () => {
  it("takes those whom enrolling would take, and says who would be refused and why", async () => {
    const { accountId, contacts, sequence } = await arrange(3);
    await makeContact(accountId, { phone: null, email: "only@example.com" });
    await makeEnrollment(accountId, sequence, contacts[0]?.id ?? "");
    const { result, events } = await resultOf(accountId, sequence.sequenceId, contactsPopulation);
    expect(result.people).toBe(2);
    expect(sent(result)).toBe(2);
    expect(result.notEnrolled).toEqual(
      expect.arrayContaining([
        { code: "already_live", people: 1 },
        { code: "no_address", people: 1 },
      ]),
    );
    expect(events[0]).toMatchObject({ kind: "progress", stage: "loading", total: 2 });
  });

  it("lets the inbox's limit and the runs of other sequences put people off", async () => {
    const { accountId, inbox, contacts, sequence } = await arrange(6);
    await limitInbox(accountId, { id: inbox.id, limits: { ...NO_INBOX_LIMITS, perDay: 4 } });
    const alone = await resultOf(accountId, sequence.sequenceId, contactsPopulation);
    expect(alone.result.sends.map(({ count }) => count)).toEqual([4, 2]);
    const other = await makeSequence(accountId, { steps: [makeStep()] });
    for (const contact of contacts.slice(0, 3)) {
      await makeEnrollment(accountId, other, contact.id, { enrolledAt: DAYS(-1), nextActionAt: NOW });
    }
    const beside = await resultOf(accountId, sequence.sequenceId, contactsPopulation);
    expect(beside.result.others).toBe(3);
    expect(sent(beside.result)).toBe(6);
    expect(beside.result.otherSends.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(beside.result.sends.length).toBeGreaterThan(1);
    expect(beside.result.deferred).toMatchObject([{ code: "inbox_limit" }]);
  });

  it("follows each open record of a contact by its own date", async () => {
    const relative = { side: "before", ifPassed: "send" } as const;
    const { accountId, contacts, sequence } = await arrange(1, {
      target: "charge",
      steps: [makeStep({ wait: { amount: 3, unit: "days", at: "12:00", relative } })],
    });
    for (const dueOn of ["2026-12-04", "2026-12-10"])
      await makeCharge(accountId, contacts[0]?.id ?? "", { dueOn });
    const { result } = await resultOf(accountId, sequence.sequenceId, contactsPopulation);
    expect(result.sends.map(({ day }) => day)).toEqual(["2026-12-01", "2026-12-07"]);
  });

  it("brings last month's people again at their own pace", async () => {
    const { accountId, contacts, sequence } = await arrange(2);
    for (const [index, contact] of contacts.entries()) {
      await makeEnrollment(accountId, sequence, contact.id, {
        ...{ enrolledAt: DAYS(-10 * (index + 1)), status: "ended", endReason: "completed" },
      });
    }
    const { result } = await resultOf(accountId, sequence.sequenceId, { population: "recent" });
    expect(result.sends.map(({ day }) => day)).toEqual(["2026-11-28", "2026-12-08"]);
  });

  it("changes nothing", async () => {
    const { accountId, sequence } = await arrange(3);
    const counts = async () =>
      await database.sql`select (select count(*) from enrollments) e, (select count(*) from messages) m,
        (select count(*) from ledger) l, (select count(*) from outbox) o, (select count(*) from pace_buckets) p`;
    const before = await counts();
    await resultOf(accountId, sequence.sequenceId, contactsPopulation);
    expect(await counts()).toEqual(before);
  });

  it("is refused for nobody, for another account's sequence and for a half-typed draft", async () => {
    const { accountId, sequence } = await arrange(0);
    const tick = () => performance.now();
    const wish = { sequenceId: sequence.sequenceId, population: contactsPopulation, now: NOW, tick };
    await expect(simulateSequence(accountId, wish).next()).rejects.toMatchObject({
      message: "simulation_nobody",
    });
    await expect(simulateSequence(await makeAccount(), wish).next()).rejects.toMatchObject({
      code: "not_found",
    });
    await database.sql`update sequences set draft = jsonb_set(draft, '{steps}', '[]') where id = ${sequence.sequenceId}`;
    await expect(simulateSequence(accountId, wish).next()).rejects.toMatchObject({
      message: "draft_incomplete",
    });
  });
});
