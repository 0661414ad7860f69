import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { ProviderEvent } from "@/lib/channels/driver";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun, statusOf } from "./fixtures/arrange";
import { scriptProvider } from "./fixtures/scripted";
import { receive } from "./receive";

const database = useTestDatabase();
let provider: ReturnType<typeof scriptProvider>;
beforeEach(() => {
  provider = scriptProvider();
});

type Started = Awaited<ReturnType<typeof startRun>>;
type StatusEvent = Extract<ProviderEvent, { kind: "status" }>;
const steps = [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })];
const passing = { reaction: "fail", retry: { afterSeconds: 60 }, code: "131000" } as const;

const hear = ({ accountId, inbox }: Started, at: Date, ...events: StatusEvent[]) =>
  receive(accountId, { inboxId: inbox.id, events, now: at });
const failed = (providerId: string, over: Partial<StatusEvent> = passing) =>
  statusOf({ providerId }, "failed", over);
const messagesOf = async ({ enrollmentId }: Started) =>
  (await database.sql`
    select status, attempts, retry_at from messages where enrollment_id = ${enrollmentId} order by created_at, id`) as unknown as {
    status: string;
    attempts: number;
    retry_at: Date | null;
  }[];
const lastTaken = () => provider.taken.at(-1)?.providerId ?? "";

async function sendOne(over: Parameters<typeof startRun>[0] = {}) {
  const started = await startRun({ steps, ...over });
  await advance(started.run, clockAt(NOW));
  return started;
}

describe("a failure that comes after the provider had taken the message", () => {
  it("is repeated where it passes and the run has not begun the next step, and then the next step waits anew", async () => {
    const started = await sendOne();
    await hear(started, later(5_000), failed(lastTaken()));
    expect(await messagesOf(started)).toMatchObject([{ status: "scheduled", retry_at: later(65_000) }]);
    expect(await advance(started.run, clockAt(later(6_000)))).toMatchObject({
      until: later(65_000).toISOString(),
    });
    const turn = await advance(started.run, clockAt(later(65_000)));
    expect(await messagesOf(started)).toMatchObject([{ status: "sent", attempts: 2 }]);
    expect(turn).toEqual({ kind: "wait", until: later(65_000 + DAY).toISOString() });
    const woken = await database.sql`
      select from outbox where name = 'enrollment/woken' and data->>'enrollmentId' = ${started.enrollmentId}`;
    expect(woken).toHaveLength(1);
  });

  it("told again, or of an attempt before, changes nothing: neither the repetition nor its status", async () => {
    const started = await sendOne();
    const first = lastTaken();
    await hear(started, later(5_000), failed(first), failed(first), statusOf({ providerId: first }, "sent"));
    expect(await messagesOf(started)).toMatchObject([{ status: "scheduled", attempts: 1 }]);
    await advance(started.run, clockAt(later(65_000)));
    const id = provider.taken[0]?.messageId ?? "";
    await hear(started, later(66_000), statusOf({ messageId: id, providerId: first }, "failed", passing));
    expect(await messagesOf(started)).toMatchObject([{ status: "sent", attempts: 2 }]);
    expect(provider.taken).toHaveLength(2);
  });

  it("gives way to a delivery: what arrived all the same is not sent again", async () => {
    const started = await sendOne();
    await hear(started, later(5_000), failed(lastTaken()));
    await hear(started, later(6_000), statusOf({ providerId: lastTaken() }, "delivered"));
    await advance(started.run, clockAt(later(65_000)));
    expect(await messagesOf(started)).toMatchObject([{ status: "delivered" }]);
    expect(provider.taken).toHaveLength(1);
  });

  it.each<[string, (started: Started) => Promise<unknown>]>([
    ["the next step was sent", (started) => advance(started.run, clockAt(later(DAY)))],
    [
      "the run has ended",
      ({ enrollmentId }) => database.sql`
        update enrollments set status = 'ended', end_reason = 'stopped' where id = ${enrollmentId}`,
    ],
    [
      "a person has moved the run",
      ({ enrollmentId }) => database.sql`
        update enrollments set step_epoch = step_epoch + 1 where id = ${enrollmentId}`,
    ],
    [
      "a person has settled it",
      ({ enrollmentId }) => database.sql`
        update messages set settled_at = now(), settled_as = 'sent_again' where enrollment_id = ${enrollmentId}`,
    ],
  ])("is not repeated once %s", async (_, act) => {
    const started = await sendOne({ steps: [...steps, makeStep({ wait: { amount: 9, unit: "days" } })] });
    const [first] = provider.taken;
    await act(started);
    await hear(started, later(2 * DAY), failed(first?.providerId ?? ""));
    expect((await messagesOf(started))[0]).toMatchObject({ status: "failed" });
    await advance(started.run, clockAt(later(2 * DAY + MINUTE)));
    expect(provider.taken.filter(({ messageId }) => messageId === first?.messageId)).toHaveLength(1);
  });

  it("of an unknown send settles it, and it is sent once more", async () => {
    provider.next({ kind: "unknown", code: "timeout", detail: "" });
    const started = await sendOne();
    const id = provider.calls[0] ?? "";
    await hear(started, later(5_000), statusOf({ messageId: id, providerId: "told" }, "failed", passing));
    await advance(started.run, clockAt(later(65_000)));
    expect(await messagesOf(started)).toMatchObject([{ status: "sent" }]);
  });

  it("for good fails it and burns the step", async () => {
    const started = await sendOne();
    await hear(started, later(5_000), failed(lastTaken(), { reaction: "fail" }));
    expect(await messagesOf(started)).toMatchObject([{ status: "failed" }]);
  });
});

const acts = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("advance" as const),
        minutes: fc.constantFrom(0, 1, 10, 70, 400),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("hear" as const),
        which: fc.nat(3),
        status: fc.constantFrom("failed" as const, "failed" as const, "sent" as const, "delivered" as const),
        isByOurId: fc.boolean(),
      }),
    },
  ),
  { minLength: 2, maxLength: 14 },
);

it("never has one message taken twice without the provider having failed the first, whatever comes in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      provider = scriptProvider();
      const started = await sendOne();
      const dead = new Set<string>();
      let now = NOW;
      let known = provider.taken.length;
      for (const act of list) {
        if (act.do === "advance") {
          now = new Date(now.getTime() + act.minutes * MINUTE);
          await advance(started.run, clockAt(now));
          for (const taken of provider.taken.slice(known)) {
            const before = provider.taken.slice(0, known).filter((one) => one.messageId === taken.messageId);
            expect(before.every((one) => dead.has(one.providerId))).toBe(true);
          }
          known = provider.taken.length;
          continue;
        }
        const taken = provider.taken[act.which];
        if (!taken) continue;
        if (act.status === "failed") dead.add(taken.providerId);
        const messageId = act.isByOurId ? { messageId: taken.messageId } : {};
        const over = act.status === "failed" ? passing : {};
        await hear(started, now, statusOf({ ...messageId, providerId: taken.providerId }, act.status, over));
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
