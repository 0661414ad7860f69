import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { AppError } from "@/lib/errors";
import { pauseEnrollments, stopEnrollments } from "./control";
import { listEnrollments, sequenceOptions } from "./data";
import { enroll } from "./mutations";
import { countEnrollments } from "./read-count";
import { reportEnroll } from "./report";
import { listReported } from "./report-list";
import { runTimeline } from "./timeline";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");

async function arrange() {
  const accountId = await makeAccount();
  const actorId = await makeMember(accountId);
  await makeInbox(accountId);
  const sequence = await makeSequence(accountId);
  const ana = await makeContact(accountId, { name: "Ana Souza" });
  const bo = await makeContact(accountId, { name: "Bo Lima" });
  const wish = { sequenceId: sequence.sequenceId, contactIds: [ana.id, bo.id], actorId, now: NOW };
  const { enrolled } = await enroll(accountId, wish);
  const runOf = (contactId: string) =>
    enrolled.find((one) => one.contactId === contactId)?.enrollmentId ?? "";
  return { accountId, actorId, sequence, ana, bo, runs: { ana: runOf(ana.id), bo: runOf(bo.id) } };
}

describe("listEnrollments", () => {
  it("filters by state, end reason, sequence and contact, and counts what it filters", async () => {
    const { accountId, actorId, sequence, runs } = await arrange();
    await stopEnrollments(accountId, { ids: [runs.bo], actorId, now: NOW });
    const other = await makeSequence(accountId);
    const found = async (filter: Parameters<typeof listEnrollments>[1]) => {
      const { rows } = await listEnrollments(accountId, filter, {});
      expect(await countEnrollments(accountId, filter)).toEqual({ count: rows.length, isExact: true });
      return rows.map((row) => row.contactName);
    };
    expect(await found({})).toHaveLength(2);
    expect(await found({ status: "active" })).toEqual(["Ana Souza"]);
    expect(await found({ status: "ended", reason: "stopped" })).toEqual(["Bo Lima"]);
    expect(await found({ reason: "replied" })).toEqual([]);
    expect(await found({ sequence: sequence.sequenceId })).toHaveLength(2);
    expect(await found({ sequence: other.sequenceId })).toEqual([]);
    expect(await found({ search: "souza" })).toEqual(["Ana Souza"]);
  });

  it("tells where a run stands and what happened last", async () => {
    const { accountId, actorId, runs } = await arrange();
    await pauseEnrollments(accountId, { ids: [runs.ana], actorId, now: NOW });
    const { rows } = await listEnrollments(accountId, { search: "ana" }, {});
    expect(rows).toMatchObject([
      {
        id: runs.ana,
        sequenceName: "Unanswered conversation",
        versionNumber: 1,
        stepNumber: 1,
        stepCount: 2,
        status: "paused",
        last: { kind: "paused", because: { code: "paused_by_person" }, at: NOW.toISOString() },
      },
    ]);
  });

  it("pages through all of them, newest first", async () => {
    const accountId = await makeAccount();
    const sequence = await makeSequence(accountId);
    for (let index = 0; index < 55; index += 1) {
      await makeEnrollment(accountId, sequence, (await makeContact(accountId, { name: `C${index}` })).id);
    }
    const first = await listEnrollments(accountId, {}, {});
    const second = await listEnrollments(accountId, {}, { after: first.next ?? "" });
    const names = [...first.rows, ...second.rows].map((row) => row.contactName);
    expect(names).toEqual(Array.from({ length: 55 }, (_, index) => `C${54 - index}`));
    expect(await listEnrollments(accountId, {}, { before: second.previous ?? "" })).toEqual(first);
  });

  it("shows nothing of another account", async () => {
    await arrange();
    const other = await makeAccount();
    expect(await listEnrollments(other, {}, {})).toMatchObject({ rows: [], next: null, previous: null });
    expect(await sequenceOptions(other)).toEqual([]);
  });
});

describe("runTimeline", () => {
  it("tells every act newest first, with who did it", async () => {
    const { accountId, actorId, runs, sequence } = await arrange();
    const later = new Date(NOW.getTime() + 60_000);
    await stopEnrollments(accountId, { ids: [runs.ana], actorId, now: later });
    const timeline = await runTimeline(accountId, runs.ana, NOW);
    expect(timeline.run).toMatchObject({
      status: "ended",
      endReason: "stopped",
      endedAt: later.toISOString(),
    });
    expect(timeline.steps.map((step) => step.id)).toEqual(sequence.snapshot.steps.map((step) => step.id));
    expect(timeline.entries.map(({ kind, actorName }) => ({ kind, actorName }))).toEqual([
      { kind: "ended", actorName: "Member administrator" },
      { kind: "enrolled", actorName: "Member administrator" },
    ]);
    expect(timeline.timeZone).toBe("America/Sao_Paulo");
  });

  it("is not found from another account", async () => {
    const { runs } = await arrange();
    await expect(runTimeline(await makeAccount(), runs.ana, NOW)).rejects.toEqual(new AppError("not_found"));
  });
});

describe("reportEnroll", () => {
  it("promises exactly what enrolling then does, and writes nothing", async () => {
    const { accountId, actorId, sequence, ana } = await arrange();
    const cy = await makeContact(accountId, { name: "Cy" });
    await makeContact(accountId, { name: "Di", blockedAt: NOW });
    await makeContact(accountId, { name: "Ed", phone: null });
    const audience = { kind: "filter" as const, filter: {} };
    const ledger = () => database.sql`select count(*) from ledger where account_id = ${accountId}`;
    const before = await ledger();

    const report = await reportEnroll(accountId, { sequenceId: sequence.sequenceId, audience, now: NOW });
    expect(report).toMatchObject({ enrollable: 1, existing: 2 });
    expect(report.refused.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: "blocked", other: null, count: 1, names: ["Di"] },
      { code: "no_address", other: null, count: 1, names: ["Ed"] },
    ]);
    const behind = async (verdict: string) => {
      const asked = { sequenceId: sequence.sequenceId, audience, verdict, now: NOW };
      return (await listReported(accountId, asked)).rows.map((row) => row.name);
    };
    expect(await behind("enrollable")).toEqual(["Cy"]);
    expect(await behind("existing")).toEqual(["Ana Souza", "Bo Lima"]);
    expect(await behind("blocked")).toEqual(["Di"]);
    expect(await ledger()).toEqual(before);

    const people = await database.sql`select id from contacts where account_id = ${accountId} order by id`;
    const contactIds = people.map((row) => row.id);
    const done = await enroll(accountId, { sequenceId: sequence.sequenceId, contactIds, actorId, now: NOW });
    expect(done.enrolled.map((one) => one.contactId)).toEqual([cy.id]);
    expect(done.existing.map((one) => one.contactId)).toContain(ana.id);
    expect(done.refused).toHaveLength(2);
  });

  it("lists everybody behind a number, page by page", async () => {
    const { accountId, sequence } = await arrange();
    await database.sql`
      insert into contacts (account_id, name, blocked_at)
      select ${accountId}, 'Blocked ' || n, now() from generate_series(1, 120) n`;
    const asked = {
      sequenceId: sequence.sequenceId,
      audience: { kind: "filter" as const, filter: {} },
      verdict: "blocked",
      now: NOW,
    };
    const names: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page++) {
      const list = await listReported(accountId, { ...asked, after });
      names.push(...list.rows.map((row) => row.name));
      expect(list.next === null).toBe(page === 2);
      after = list.next ?? undefined;
    }
    expect(new Set(names).size).toBe(120);
  });

  it("refuses an audience of nobody", async () => {
    const { accountId, sequence } = await arrange();
    const audience = { kind: "filter" as const, filter: { search: "nobody at all" } };
    const asked = { sequenceId: sequence.sequenceId, audience, now: NOW };
    await expect(reportEnroll(accountId, asked)).rejects.toEqual(new AppError("invalid", "enroll_none"));
  });

  it("takes contacts of another account for unknown", async () => {
    const { accountId, sequence } = await arrange();
    const theirs = await makeContact(await makeAccount());
    const audience = { kind: "contacts" as const, ids: [theirs.id] };
    expect(await reportEnroll(accountId, { sequenceId: sequence.sequenceId, audience, now: NOW })).toEqual({
      enrollable: 0,
      existing: 0,
      superseded: 0,
      refused: [{ code: "contact_unknown", other: null, count: 1, names: [] }],
    });
  });
});

describe("a list of runs that began in the same microsecond", () => {
  it("goes on behind each page", async () => {
    const { accountId, sequence } = await arrange();
    await database.sql`delete from enrollments where account_id = ${accountId}`;
    for (let one = 0; one < 60; one++) {
      const contact = await makeContact(accountId);
      await makeEnrollment(accountId, sequence, contact.id);
    }
    await database.sql`
      update enrollments set enrolled_at = '2026-03-10 12:00:00.345743+00' where account_id = ${accountId}`;
    const first = await listEnrollments(accountId, {}, {});
    const second = await listEnrollments(accountId, {}, { after: first.next ?? "" });
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
    expect(second.next).toBeNull();
  });
});
