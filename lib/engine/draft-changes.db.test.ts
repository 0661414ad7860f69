import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeCharge } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { replaceDriver } from "@/lib/channels/registry";
import { sandboxDriver } from "@/lib/channels/sandbox/driver";
import type { Step } from "@/lib/core/model";
import { pauseEnrollments, resumeEnrollments, stopEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { undoAct } from "@/lib/enrollments/undo-act";
import { advance } from "./advance";
import { clockAt, later, MINUTE, messageFrom, NOW } from "./fixtures/arrange";
import { allowPrivate, decideOn, HOUR, lookAt, startDrafted } from "./fixtures/drafted";
import { recordContactEvent } from "./goal";
import { type MovingRun, moveToVersion } from "./move-to-version";
import { receive } from "./receive";
import { wakeRunsOfRecord } from "./wake";

const database = useTestDatabase();
const { messages, story } = lookAt(database);
const { draftOf, approve } = decideOn(database);
const restore = allowPrivate();
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
beforeEach(() => model.mode("correct"));
afterAll(async () => {
  restore();
  await model.close();
});

const AHEAD = later(HOUR);
const DUE = later(2 * HOUR);
type Drafted = Awaited<ReturnType<typeof startDrafted>>;
const start = (wish: Parameters<typeof startDrafted>[1] = {}) => startDrafted(model.url, wish);

describe("between the approval and the send", () => {
  const reply = (started: Drafted, at: Date) =>
    receive(started.accountId, {
      ...{ inboxId: started.inbox.id, now: at },
      events: [messageFrom(started.contact.phone, { at })],
    });

  it("a reply ends the run, and what was approved is withdrawn", async () => {
    const started = await start();
    await advance(started.run, clockAt(AHEAD));
    await approve(started, AHEAD);
    await reply(started, later(90 * MINUTE));
    expect(await advance(started.run, clockAt(DUE))).toEqual({ kind: "end", reason: "replied" });
    expect(await messages(started.enrollmentId)).toEqual([]);
    expect(await draftOf(started)).toMatchObject({ status: "withdrawn", withdrawnBecause: "replied" });
  });

  it("the goal ends the run: whoever has paid is asked for nothing", async () => {
    const started = await start({ goal: { event: "paid" } });
    await advance(started.run, clockAt(AHEAD));
    await approve(started, AHEAD);
    await recordContactEvent(started.accountId, {
      ...{ contactId: started.contact.id, name: "paid", dedupeKey: randomUUID(), data: {} },
      now: later(90 * MINUTE),
    });
    expect(await advance(started.run, clockAt(DUE))).toEqual({ kind: "end", reason: "goal_reached" });
    expect(await messages(started.enrollmentId)).toEqual([]);
  });

  /** A run about a charge of 120.00 whose draft names the amount. */
  async function aboutCharge(mode: "ai_assisted" | "ai_full") {
    const started = await start({ compose: { mode }, target: "charge" });
    const { accountId, contact, sequence } = started;
    const charge = await makeCharge(accountId, contact.id);
    const { enrolled } = await enroll(accountId, {
      ...{ sequenceId: sequence.sequenceId, contactIds: [contact.id], aboutIds: [charge.id] },
      ...{ actorId: null, now: NOW },
    });
    const enrollmentId = enrolled[0]?.enrollmentId ?? "";
    const cheaper = () =>
      withAccountSql(accountId, async (tx) => {
        await tx`update charges set amount = 8000 where id = ${charge.id}`;
        await wakeRunsOfRecord(tx, { accountId, recordId: charge.id });
      });
    return { ...started, enrollmentId, run: { accountId, enrollmentId, driver: 1 }, cheaper };
  }

  it("an amount that changes brings it back to the person with the reason, and nothing goes out until they look", async () => {
    const started = await aboutCharge("ai_assisted");
    const { run, enrollmentId } = started;
    await advance(run, clockAt(AHEAD));
    await approve(started, AHEAD);
    await started.cheaper();
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toEqual([]);
    const back = await draftOf(started);
    expect(back).toMatchObject({
      ...{ status: "open", openedAt: DUE },
      returned: {
        code: "facts_changed",
        data: { fact: "charge.amount", before: "120 BRL", after: "80 BRL" },
      },
    });
    expect(await story(enrollmentId)).toContain("returned:facts_changed");
    const told = await database.sql`
      select from notifications where account_id = ${run.accountId} and kind = 'draft_returned'`;
    expect(told).toHaveLength(1);
    // Approved anew, by what is known now, it goes out.
    const fixed = back.text.replace("120", "80");
    expect(await approve(started, DUE, fixed)).toMatchObject({ kind: "done" });
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", text: fixed }]);
  });

  it("an amount that changes has it written anew where nobody is asked", async () => {
    const started = await aboutCharge("ai_full");
    const { run, enrollmentId } = started;
    await advance(run, clockAt(AHEAD));
    expect((await draftOf(started)).text).toContain("120");
    await started.cheaper();
    await advance(run, clockAt(DUE));
    const { text, status } = await draftOf(started);
    expect(status).toBe("used");
    expect(text).toContain("80");
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", text }]);
    expect(await story(enrollmentId)).toEqual(
      expect.arrayContaining(["drafted:ready", "returned:facts_changed", "drafted:ready"]),
    );
  });

  it("a pause holds it, and it goes out when the run goes on", async () => {
    const started = await start();
    const { run, accountId, enrollmentId, actorId } = started;
    await advance(run, clockAt(AHEAD));
    const act = { ids: [enrollmentId], actorId };
    await pauseEnrollments(accountId, { ...act, now: AHEAD });
    await approve(started, AHEAD);
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toEqual([]);
    await resumeEnrollments(accountId, { ...act, now: later(3 * HOUR) });
    await advance(run, clockAt(later(3 * HOUR)));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent" }]);
  });

  it("a stop that is taken back has the draft written and approved anew", async () => {
    const started = await start();
    const { run, accountId, enrollmentId, actorId } = started;
    await advance(run, clockAt(AHEAD));
    await approve(started, AHEAD);
    const stopped = await stopEnrollments(accountId, { ids: [enrollmentId], actorId, now: AHEAD });
    expect(await draftOf(started)).toMatchObject({ status: "withdrawn", withdrawnBecause: "stopped" });
    await undoAct(accountId, { actId: stopped.actId ?? "", actorId, now: AHEAD });
    await advance({ ...run, driver: 2 }, clockAt(DUE));
    expect(await draftOf(started)).toMatchObject({ status: "open" });
    expect(await messages(enrollmentId)).toEqual([]);
    await approve(started, DUE);
    await advance({ ...run, driver: 2 }, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent" }]);
  });
});

describe("an attempt that is repeated", () => {
  it("says the same words, also where Maestro would write others by now", async () => {
    const started = await start();
    const { run, enrollmentId } = started;
    await advance(run, clockAt(AHEAD));
    await approve(started, AHEAD, "Hello Ana, how are you?");
    const said: string[] = [];
    replaceDriver({
      ...sandboxDriver,
      send: async (_inbox, message) => {
        said.push(message.content.text);
        if (said.length === 1) return { kind: "retry", code: "busy", detail: "Later", afterSeconds: 60 };
        return { kind: "accepted", providerId: `taken-${message.id}` };
      },
    });
    const turn = await advance(run, clockAt(DUE));
    expect(await draftOf(started)).toMatchObject({ status: "used" });
    const asked = model.asked.length;
    const again = turn.kind === "wait" ? new Date(turn.until) : DUE;
    expect(again > DUE).toBe(true);
    await advance(run, clockAt(again));
    replaceDriver(sandboxDriver);
    expect(said).toEqual(["Hello Ana, how are you?", "Hello Ana, how are you?"]);
    expect(model.asked).toHaveLength(asked);
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", attempts: 2 }]);
  });
});

describe("a run that goes on in another version", () => {
  const moveTo = async (started: Drafted, step: Step) => {
    const { accountId, sequence, enrollmentId, actorId } = started;
    const snapshot = { ...sequence.snapshot, steps: [step] };
    const versionId = randomUUID();
    await database.sql`
      insert into sequence_versions (id, account_id, sequence_id, number, snapshot)
      values (${versionId}, ${accountId}, ${sequence.sequenceId}, 2, ${JSON.stringify(snapshot)}::text::jsonb)`;
    await withAccountSql(accountId, async (tx) => {
      const [row] = await tx<Omit<MovingRun, "choice">[]>`
        select id, version_id, step_id, step_epoch from enrollments where id = ${enrollmentId} for update`;
      if (!row) throw new Error("The run is missing.");
      const choice = { versionId: sequence.versionId, stepId: row.step_id, act: "move" as const };
      await moveToVersion(tx, { accountId, versionId, actorId, now: AHEAD }, [{ ...row, choice }]);
    });
  };

  it("keeps its draft where Maestro is asked for the same", async () => {
    const started = await start();
    await advance(started.run, clockAt(AHEAD));
    await approve(started, AHEAD);
    await moveTo(started, { ...started.step, wait: { amount: 3, unit: "hours" } });
    await advance(started.run, clockAt(later(3 * HOUR)));
    expect(await draftOf(started)).toMatchObject({ status: "used" });
  });

  it("has it written and approved anew where something else is asked for", async () => {
    const started = await start();
    const before = model.asked.length;
    await advance(started.run, clockAt(AHEAD));
    await approve(started, AHEAD);
    const compose = { mode: "ai_assisted" as const, instruction: "Offer a call." };
    await moveTo(started, { ...started.step, compose });
    expect(await draftOf(started)).toMatchObject({ status: "withdrawn", withdrawnBecause: "moved" });
    await advance(started.run, clockAt(DUE));
    expect(await draftOf(started)).toMatchObject({ status: "open" });
    expect(await messages(started.enrollmentId)).toEqual([]);
    expect(model.asked[before + 1]?.prompt).toContain("Offer a call.");
  });

  it("says its own words where the step is written by nobody any more", async () => {
    const started = await start();
    await advance(started.run, clockAt(AHEAD));
    await moveTo(started, { ...started.step, compose: { mode: "static" } });
    await advance(started.run, clockAt(DUE));
    expect(await messages(started.enrollmentId)).toMatchObject([{ status: "sent", text: "Hi Ana" }]);
    expect(await draftOf(started)).toMatchObject({ status: "withdrawn" });
  });
});
