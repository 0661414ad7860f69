import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { CLAIM_MS } from "@/lib/core/attempt";
import { advance } from "./advance";
import { clockAt, DAY, later, makeWhatsapp, NOW, startRun, statusOf, templateStep } from "./fixtures/arrange";
import { addCrashPoints, type HeldPoint, holdAt, LOCKS } from "./fixtures/crash-points";
import { kill, startWorker } from "./fixtures/workers";
import { receive } from "./receive";

const database = useTestDatabase();
const HELD = Object.keys(LOCKS) as HeldPoint[];
let provider: WhatsappStub;
/** Starting a process takes longer than anything else here: all are ready before the first test. */
let workers: ChildProcess[] = [];

beforeAll(async () => {
  await addCrashPoints(database.sql);
  provider = await startWhatsappStub();
  workers = await Promise.all(
    Array.from({ length: HELD.length + 1 }, () =>
      startWorker(new URL("./fixtures/crash-worker.ts", import.meta.url)),
    ),
  );
});
afterAll(async () => {
  await Promise.all(workers.map(kill));
  await provider.close();
});

const start = () =>
  startRun({
    inbox: (accountId) => makeWhatsapp(accountId, provider.url),
    steps: [
      templateStep(),
      { ...templateStep(), wait: makeStep({ wait: { amount: 1, unit: "days" } }).wait },
    ],
  });
const records = (enrollmentId: string) => database.sql<{ id: string; status: string; attempts: number }[]>`
  select id, status, attempts from messages where enrollment_id = ${enrollmentId} order by created_at, id`;
/** How often the provider took the messages of a run. */
async function takenOf(enrollmentId: string): Promise<number[]> {
  const sent = await records(enrollmentId);
  return sent.map(
    ({ id }) => provider.requests.filter(({ body }) => body.biz_opaque_callback_data === id).length,
  );
}

async function crashAt(point: HeldPoint) {
  const arranged = await start();
  const worker = workers.pop() as ChildProcess;
  const hold = await holdAt(database.sql, point);
  worker.send({ run: arranged.run, at: NOW.toISOString() });
  const pid = await hold.arrived();
  await kill(worker);
  await hold.release(pid);
  return arranged;
}

describe("a worker killed with SIGKILL", () => {
  it("before its claim is committed: nothing was sent, and the next worker sends", async () => {
    const { run, enrollmentId } = await crashAt("claim_uncommitted");
    expect(await records(enrollmentId)).toEqual([]);
    await advance(run, clockAt(later(1000)));
    expect(await records(enrollmentId)).toMatchObject([{ status: "sent", attempts: 1 }]);
    expect(await takenOf(enrollmentId)).toEqual([1]);
  });

  it("after its claim and before the provider is called: the step is unknown, never sent again, and the run goes on", async () => {
    const { run, enrollmentId } = await crashAt("claim_answer_lost");
    expect(await records(enrollmentId)).toMatchObject([{ status: "claimed" }]);
    expect(await takenOf(enrollmentId)).toEqual([0]);
    await expectUnknownAndOn(run, [0, 1]);
  });

  it("while the provider has the message and has not answered: unknown, once at the provider, and the run goes on", async () => {
    const { run, enrollmentId } = await start();
    const worker = workers.pop() as ChildProcess;
    const before = provider.requests.length;
    provider.failNext({ kind: "hang" });
    worker.send({ run, at: NOW.toISOString() });
    await expect.poll(() => provider.requests.length, { timeout: 10_000 }).toBe(before + 1);
    await kill(worker);
    expect(await takenOf(enrollmentId)).toEqual([1]);
    await expectUnknownAndOn(run, [1, 1]);
  });

  it("after the provider's answer and before it is recorded: a status report settles it, and nothing is sent again", async () => {
    const { run, accountId, inbox, enrollmentId } = await crashAt("record_uncommitted");
    const [claimed] = await records(enrollmentId);
    expect(claimed).toMatchObject({ status: "claimed" });
    await expectUnknownAndOn(run, [1, 1]);
    const messageId = claimed?.id ?? "";
    await receive(accountId, {
      inboxId: inbox.id,
      now: later(DAY),
      events: [statusOf({ messageId, providerId: "wamid.late" }, "delivered")],
    });
    expect((await records(enrollmentId))[0]).toMatchObject({ id: messageId, status: "delivered" });
  });

  it("after the record is committed: it is sent, and the next worker waits for the next step", async () => {
    const { run, enrollmentId } = await crashAt("record_answer_lost");
    expect(await records(enrollmentId)).toMatchObject([{ status: "sent" }]);
    expect(await advance(run, clockAt(later(1000)))).toEqual({
      kind: "wait",
      until: later(DAY).toISOString(),
    });
    expect(await takenOf(enrollmentId)).toEqual([1]);
  });

  /** Within `CLAIM_MS` the claim is left alone; afterwards its outcome is unknown and the next step follows its wait. */
  async function expectUnknownAndOn(run: Parameters<typeof advance>[0], taken: number[]) {
    const { enrollmentId } = run;
    const until = later(CLAIM_MS);
    expect(await advance(run, clockAt(later(1000)))).toEqual({ kind: "wait", until: until.toISOString() });
    const next = await advance(run, clockAt(until));
    expect(next).toEqual({ kind: "wait", until: new Date(until.getTime() + DAY).toISOString() });
    expect((await records(enrollmentId))[0]).toMatchObject({ status: "unknown" });
    expect(await advance(run, clockAt(new Date(until.getTime() + DAY)))).toEqual({
      kind: "end",
      reason: "completed",
    });
    expect(await takenOf(enrollmentId)).toEqual(taken);
  }
});
