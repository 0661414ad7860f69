import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { countSends } from "@/lib/sends/data";
import { sendFilterSchema } from "@/lib/sends/schema";
import { variantsOf } from "./comparison";
import { divisionOf, heatOf, reportOf, timesOf } from "./data";
import { addVersion } from "./fixtures/history";
import { funnelOf } from "./funnel";
import { funnelFilterSchema } from "./funnel-schema";
import { liftOf } from "./lift";
import { foldChanges } from "./rollups";

const database = useTestDatabase();
/** 23:30 of Friday the 20th in Sao Paulo. */
const NOW = new Date("2026-11-21T02:30:00Z");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

type Run = Awaited<ReturnType<typeof makeEnrollment>>;
type Sent = { at: Date; stepId?: string; variantId?: string; repliedAt?: Date; intent?: string };

const send = (accountId: AccountId, run: Run, { at, stepId, variantId, repliedAt, intent }: Sent) =>
  withAccountSql(
    accountId,
    (tx) => tx`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, variant_id, status, channel,
        sent_at, replied_at, reply_intent)
      values (${accountId}, ${run.id}, ${run.contactId}, ${stepId ?? run.stepId}, 0, ${variantId ?? null},
        ${repliedAt ? "replied" : "sent"}, 'sms', ${at}, ${repliedAt ?? null}, ${intent ?? null})`,
  );

const convert = (accountId: AccountId, run: Run, { at, amount = 0 }: { at: Date; amount?: number }) =>
  withAccountSql(
    accountId,
    (tx) => tx`
      insert into conversions (account_id, enrollment_id, sequence_id, version_id, contact_id, event_id, event, is_holdout,
        is_after_end, amount, currency, at, enrolled_at, entry, message_id, sent_at, step_id, channel, mode,
        assignee_id)
      select ${accountId}, e.id, e.sequence_id, e.version_id, e.contact_id, ${randomUUID()}, 'paid', e.is_holdout, false,
        ${amount}, 'BRL', ${at}, e.enrolled_at, e.entry, m.id, m.sent_at, m.step_id, m.channel, m.mode,
        e.assignee_id
      from enrollments e left join messages m on m.enrollment_id = e.id where e.id = ${run.id}`,
  );

describe("a report", () => {
  let accountId: AccountId;
  let assignee: string;
  let sequence: Awaited<ReturnType<typeof makeSequence>>;
  beforeAll(async () => {
    accountId = await makeAccount();
    assignee = await makeMember(accountId);
    sequence = await makeSequence(accountId);
    const start = async (hours: number, over: Parameters<typeof makeEnrollment>[3] = {}) =>
      makeEnrollment(accountId, sequence, (await makeContact(accountId)).id, {
        ...{ enrolledAt: ago(hours), entry: "manual", ...over },
      });
    const [first, second, third] = [
      await start(50, { assigneeId: assignee }),
      await start(100),
      await start(300),
    ];
    await send(accountId, first, { at: ago(48), repliedAt: ago(47), intent: "interested" });
    await convert(accountId, first, { at: ago(26), amount: 5_000 });
    await foldChanges(accountId, NOW);
    await send(accountId, second, { at: ago(72), repliedAt: ago(69) });
    await send(accountId, third, { at: ago(24 * 9), repliedAt: ago(24 * 9), intent: "opt_out" });
  });

  it("tells its days, also the empty ones, and the period before", async () => {
    const report = await reportOf(accountId, { days: "7" }, NOW);
    expect(report).toMatchObject({
      zone: "America/Sao_Paulo",
      period: { from: "2026-11-14", to: "2026-11-20", days: 7 },
      totals: {
        counts: { sent: 2, delivered: 2, replied: 2, positive: 1, converted: 1, attempted: 2 },
        rates: { reply: 1, positive: 0.5, conversion: 0.5, failure: 0 },
        revenue: [{ currency: "BRL", amount: 5_000 }],
        isEnough: false,
      },
      before: {
        period: { from: "2026-11-07", to: "2026-11-13" },
        totals: { counts: { sent: 1, replied: 0, delivered: 1 } },
      },
    });
    const sent = report.series.map(({ sent }) => sent);
    expect(sent).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(report.before.series.map(({ sent }) => sent)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  it("is the same before and after a fold, from rollups and from the sends themselves", async () => {
    const before = await reportOf(accountId, { days: "30" }, NOW);
    await foldChanges(accountId, NOW);
    expect(await reportOf(accountId, { days: "30" }, NOW)).toEqual(before);
    const [segment] = await database.sql<{ id: string }[]>`
      insert into segments (account_id, name, filter, created_by) values (${accountId}, 'All', ${database.sql.json(
        {
          match: "all",
          conditions: [{ variable: "contact.name", operator: "contains", value: "Ana" }],
        },
      )}, ${assignee}) returning id`;
    expect(await reportOf(accountId, { days: "30", segment: segment?.id }, NOW)).toEqual(before);
  });

  it("has nothing but zeros in the future, of the unknown and of another account", async () => {
    const unknown = { sequence: randomUUID() };
    for (const [account, filter] of [
      [accountId, { from: "2030-01-01", to: "2030-01-31" }],
      [accountId, unknown],
      [await makeAccount(), {}],
    ] as const) {
      const { totals, series } = await reportOf(account, filter, NOW);
      expect(totals.counts.sent).toBe(0);
      expect(totals.rates.reply).toBeNull();
      expect(series.every(({ sent }) => sent === 0)).toBe(true);
      expect((await divisionOf(account, filter, "step", NOW)).rows).toEqual([]);
      expect((await timesOf(account, filter, NOW)).toReply).toEqual({ count: 0, median: null, p90: null });
    }
    await expect(reportOf(accountId, { segment: randomUUID() }, NOW)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("divides by everything, and names what it divides by", async () => {
    const labels = async (by: Parameters<typeof divisionOf>[2]) =>
      (await divisionOf(accountId, { days: "30" }, by, NOW)).rows.map(({ label, counts, filter }) => ({
        label,
        sent: counts.sent,
        filter,
      }));
    const stepId = sequence.snapshot.steps[0]?.id;
    const of = { sequenceId: sequence.sequenceId, sequence: "Unanswered conversation" };
    expect(await labels("sequence")).toEqual([
      { label: { by: "sequence", name: of.sequence }, sent: 3, filter: { sequence: of.sequenceId } },
    ]);
    expect(await labels("step")).toEqual([
      {
        label: { by: "step", ...of, number: 1 },
        sent: 3,
        filter: { sequence: of.sequenceId, step: stepId },
      },
    ]);
    expect(await labels("channel")).toMatchObject([{ label: { channel: "sms" }, sent: 3 }]);
    expect(await labels("mode")).toMatchObject([{ label: { mode: "static" }, sent: 3 }]);
    expect(await labels("entry")).toMatchObject([{ label: { entry: "manual" }, sent: 3 }]);
    expect(await labels("variant")).toEqual([]);
    expect(await labels("assignee")).toMatchObject([
      { label: { isAssigned: false, name: null }, sent: 2, filter: { assignee: "none" } },
      { label: { isAssigned: true, name: "Member administrator" }, sent: 1, filter: { assignee } },
    ]);
  });

  it("divides an assignee's sends by what only the sends themselves know", async () => {
    const { rows } = await divisionOf(accountId, { days: "30", assignee }, "mode", NOW);
    expect(rows).toMatchObject([{ key: "static", counts: { sent: 1, converted: 1 } }]);
  });

  it("says how long replies and goals took, without opt-outs", async () => {
    expect(await timesOf(accountId, { days: "30" }, NOW)).toMatchObject({
      toReply: { count: 2, median: 2 * 3_600, p90: 2.8 * 3_600 },
      toGoal: { count: 1, median: 24 * 3_600, p90: 24 * 3_600 },
      before: { toReply: { count: 0, median: null } },
    });
  });

  it("shows each hour of the week in the account's zone", async () => {
    const { cells } = await heatOf(accountId, { days: "7" }, NOW);
    expect(cells).toHaveLength(168);
    const busy = cells.filter(({ counts }) => counts.sent > 0);
    expect(busy).toMatchObject([
      { weekday: 2, hour: 23, counts: { sent: 1, converted: 0 } },
      { weekday: 3, hour: 23, counts: { sent: 1, converted: 1 } },
    ]);
  });

  it("keeps the numbers of a sequence that is no more, without its name", async () => {
    await database.sql`update sequences set live_version_id = null where id = ${sequence.sequenceId}`;
    await database.sql`delete from sequence_versions where sequence_id = ${sequence.sequenceId}`;
    await database.sql`delete from sequences where id = ${sequence.sequenceId}`;
    const { rows } = await divisionOf(accountId, { days: "30" }, "sequence", NOW);
    expect(rows).toMatchObject([{ key: sequence.sequenceId, label: { name: null }, counts: { sent: 3 } }]);
    const steps = await divisionOf(accountId, { days: "30" }, "step", NOW);
    expect(steps.rows).toMatchObject([{ label: { sequence: null, number: null } }]);
  });
});

describe("variants", () => {
  it("are compared with the step's own text, and not judged while too few were sent", async () => {
    const accountId = await makeAccount();
    const content = { type: "text" as const, text: "Hello" };
    const step = makeStep({ variants: [{ id: randomUUID(), weight: 1, content }] });
    const sequence = await makeSequence(accountId, { steps: [step] });
    const contact = await makeContact(accountId);
    const variants = [step.id, step.variants[0]?.id ?? ""];
    for (const [n, variantId] of variants.entries())
      for (let sent = 0; sent < 30; sent++) {
        const run = await makeEnrollment(accountId, sequence, contact.id, {
          ...{ enrolledAt: ago(30), status: "ended", endReason: "completed" },
        });
        const answered = sent < (n + 1) * 6 ? { repliedAt: ago(20) } : {};
        await send(accountId, run, { at: ago(29), stepId: step.id, variantId, ...answered });
      }
    const { steps } = await variantsOf(accountId, {}, NOW);
    expect(steps).toMatchObject([{ stepId: step.id, number: 1 }]);
    const [a, b] = steps[0]?.variants ?? [];
    expect(a).toMatchObject({
      letter: "A",
      reply: { share: { count: 6, of: 30, rate: 0.2 }, against: null, isEnough: true },
    });
    expect(b).toMatchObject({ letter: "B", reply: { share: { count: 12, of: 30 }, isEnough: true } });
    expect(b?.reply.against?.estimate).toBeCloseTo(0.2, 12);
    expect(b?.reply.against?.low).toBeLessThan(0);
    await database.sql`delete from messages where variant_id = ${variants[0] ?? ""} and enrollment_id in (
      select enrollment_id from messages where variant_id = ${variants[0] ?? ""} limit 1)`;
    const [less] = (await variantsOf(accountId, {}, NOW)).steps;
    expect(less?.variants.map(({ reply }) => reply.isEnough)).toEqual([false, false]);
  });
});

describe("the lift", () => {
  it("compares runs with and without messages, of sequences that hold some out", async () => {
    const accountId = await makeAccount();
    const [held, other] = [await makeSequence(accountId), await makeSequence(accountId)];
    const contact = await makeContact(accountId);
    const ended = { enrolledAt: ago(30), status: "ended" as const, endReason: "completed" as const };
    for (let n = 0; n < 40; n++) {
      const run = await makeEnrollment(accountId, held, contact.id, { ...ended, isHoldout: n % 4 === 0 });
      if (n < 10) await convert(accountId, run, { at: ago(10) });
      if (n === 20) await foldChanges(accountId, NOW);
    }
    await makeEnrollment(accountId, other, contact.id, ended);
    for (const filter of [{}, { version: held.versionId }, { channel: "sms" as const }]) {
      const { rows } = await liftOf(accountId, filter, NOW);
      expect(rows).toMatchObject([
        {
          sequenceId: held.sequenceId,
          treated: { count: 7, of: 30 },
          holdout: { count: 3, of: 10 },
          isEnough: false,
        },
      ]);
      expect(rows[0]?.lift?.estimate).toBeCloseTo(7 / 30 - 3 / 10, 12);
    }
    expect((await liftOf(accountId, { from: "2026-01-01", to: "2026-01-31" }, NOW)).rows).toEqual([]);
  });

  it("counts a run and its conversion for the version that the run is in, as the list behind it does", async () => {
    const accountId = await makeAccount();
    const sequence = await makeSequence(accountId);
    const contact = await makeContact(accountId);
    const ended = { enrolledAt: ago(30), status: "ended" as const, endReason: "completed" as const };
    for (let n = 0; n < 4; n++) {
      const run = await makeEnrollment(accountId, sequence, contact.id, { ...ended, isHoldout: n === 0 });
      if (n < 3) await convert(accountId, run, { at: ago(10) });
    }
    const next = await addVersion(accountId, sequence);
    // One that has converted by the older version goes on in the newer one.
    await database.sql`
      update enrollments set version_id = ${next} where account_id = ${accountId} and id in (
        select enrollment_id from conversions where account_id = ${accountId} and not is_holdout limit 1)`;
    const counted = async (version: string) => {
      const { rows } = await liftOf(accountId, { version }, NOW);
      const list = { version, fact: "converted", by: "enrolled" } as const;
      const [{ count: listed }, { converted }] = [
        await countSends(accountId, sendFilterSchema.parse(list)),
        await funnelOf(accountId, funnelFilterSchema.parse({ sequence: sequence.sequenceId, version })),
      ];
      return { treated: rows[0]?.treated?.count, listed, converted };
    };
    expect(await counted(sequence.versionId)).toEqual({ treated: 1, listed: 1, converted: 1 });
    // Nobody in it is held out: there is nothing to compare with.
    expect(await counted(next)).toEqual({ treated: undefined, listed: 1, converted: 1 });
  });
});
