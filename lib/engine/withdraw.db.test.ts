import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { pauseEnrollments, resumeEnrollments, sendNow, stopEnrollments } from "@/lib/enrollments/control";
import { advance } from "./advance";
import { clockAt, later, makeWhatsapp, NOW, startRun, templateStep } from "./fixtures/arrange";

const database = useTestDatabase();
let whatsapp: WhatsappStub;
beforeAll(async () => {
  whatsapp = await startWhatsappStub();
});
afterAll(() => whatsapp.close());

const start = () =>
  startRun({ inbox: (accountId) => makeWhatsapp(accountId, whatsapp.url), steps: [templateStep()] });
const takenOf = (id: string) =>
  whatsapp.requests.filter(({ body }) => body.biz_opaque_callback_data === id).length;

describe("what a person does between the claim and the provider's call", () => {
  /** Holds a worker inside its claim until a person's act waits behind it for the run, then lets both go on. */
  async function between(
    act: (started: Awaited<ReturnType<typeof start>>, actorId: string) => Promise<unknown>,
  ) {
    const started = await start();
    const actorId = await makeMember(started.accountId);
    const connection = await database.sql.reserve();
    await database.sql.unsafe(`
      create function hold_claim() returns trigger language plpgsql as $$ begin
        perform pg_advisory_xact_lock_shared(8001); return null; end $$;
      create trigger hold_claim after insert on messages for each row execute function hold_claim();`);
    await connection`select pg_advisory_lock(8001)`;
    const turn = advance(started.run, clockAt(NOW));
    await expect
      .poll(() =>
        database.sql`
        select from pg_locks where locktype = 'advisory' and objid = 8001 and not granted`.then(
          (rows) => rows.length,
        ),
      )
      .toBe(1);
    const acting = act(started, actorId);
    await expect
      .poll(() =>
        database.sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.then(
          (rows) => rows.length,
        ),
      )
      .toBe(2);
    await connection`select pg_advisory_unlock(8001)`;
    connection.release();
    await Promise.all([turn, acting]);
    await database.sql.unsafe("drop trigger hold_claim on messages; drop function hold_claim");
    const [message] = await database.sql<{ id: string; status: string }[]>`
      select id, status from messages where enrollment_id = ${started.enrollmentId}`;
    return { ...started, actorId, message };
  }

  it.each([
    ["stop", "skipped"],
    ["pause", "scheduled"],
    ["send now", "scheduled"],
  ])("is recorded truthfully whichever comes first: %s", async (what, withdrawn) => {
    const { message, run, accountId, enrollmentId, actorId } = await between(
      ({ accountId, enrollmentId }, by) => {
        const act = { ids: [enrollmentId], actorId: by, now: NOW };
        if (what === "stop") return stopEnrollments(accountId, act);
        return what === "pause" ? pauseEnrollments(accountId, act) : sendNow(accountId, act);
      },
    );
    // The act and the look before the call race; both orders are right, as long as record and provider agree.
    expect([withdrawn, "sent"]).toContain(message?.status);
    expect(takenOf(message?.id ?? "")).toBe(message?.status === "sent" ? 1 : 0);
    await resumeEnrollments(accountId, { ids: [enrollmentId], actorId, now: NOW });
    await advance(run, clockAt(later(1000)));
    expect(takenOf(message?.id ?? "")).toBe(what === "stop" && message?.status !== "sent" ? 0 : 1);
  });
});
