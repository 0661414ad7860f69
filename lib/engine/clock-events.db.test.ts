import { beforeEach, describe, expect, it } from "vitest";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeInbox,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Trigger } from "@/lib/core/model-rules";
import { lookAtClock } from "./clock-events";
import { DAY, later, MINUTE, NOW as start } from "./fixtures/arrange";

const database = useTestDatabase();
const ANY = { match: "all" as const, conditions: [] };
const HOUR = 60 * MINUTE;
const IDLE: Trigger = {
  ...{ ...ANY, event: "conversation.idle" },
  idle: { minutes: 60, lastWord: "team", statuses: ["open", "pending"] },
};

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount();
});

async function listen(trigger: Trigger, checkedUntil = start) {
  const { sequenceId } = await makeSequence(accountId, { triggers: [trigger] });
  await database.sql`
    insert into triggers (account_id, sequence_id, event, trigger, checked_until)
    values (${accountId}, ${sequenceId}, ${trigger.event}, ${database.sql.json(trigger)}, ${checkedUntil})`;
  return sequenceId;
}

type Told = { conversationId?: string; recordId?: string };
async function told() {
  const rows = await database.sql<{ subjects: Told[] }[]>`
    select data->'subjects' as subjects from outbox
    where name = 'trigger/happened' and data->>'accountId' = ${accountId}`;
  return rows.flatMap(({ subjects }) => subjects.map((one) => one.conversationId ?? one.recordId)).sort();
}

type Silence = { team?: Date | null; contact?: Date | null; status?: string };
async function thread({ team = start, contact = null, status = "open" }: Silence = {}) {
  const inbox = await makeInbox(accountId);
  const person = await makeContact(accountId);
  const [row] = await database.sql<{ id: string }[]>`
    insert into conversations (account_id, inbox_id, contact_id, status, last_outbound_at, last_inbound_at, last_message_at)
    values (${accountId}, ${inbox.id}, ${person.id}, ${status}, ${team}, ${contact}, greatest(${team}::timestamptz, ${contact}))
    returning id`;
  return row?.id ?? "";
}

/** Looks once a minute, as the product does. */
async function lookUntil(ms: number) {
  for (let at = MINUTE; at <= ms; at += MINUTE) await lookAtClock(accountId, later(at));
}

describe("a conversation that went idle", () => {
  it("is told once, when it has been silent for so long", async () => {
    await listen(IDLE);
    const id = await thread();
    await lookUntil(HOUR);
    expect(await told()).toEqual([]);
    await lookAtClock(accountId, later(HOUR + MINUTE));
    await lookAtClock(accountId, later(HOUR + 2 * MINUTE));
    await lookAtClock(accountId, later(3 * HOUR));
    expect(await told()).toEqual([id]);
  });

  it.each<[string, Partial<NonNullable<Trigger["idle"]>>, Silence, boolean]>([
    ["whose last word was the contact's, where the team's counts", {}, { contact: later(1_000) }, false],
    [
      "whose last word was the contact's, where that counts",
      { lastWord: "contact" },
      { contact: later(1_000) },
      true,
    ],
    ["whose last word was the team's, where the contact's counts", { lastWord: "contact" }, {}, false],
    [
      "that nobody of the team wrote in, where anyone's counts",
      { lastWord: "anyone" },
      { team: null, contact: start },
      true,
    ],
    ["that is resolved", {}, { status: "resolved" }, false],
    ["that is resolved, where that counts", { statuses: ["resolved"] }, { status: "resolved" }, true],
  ])("%s", async (_, over, silence, isTold) => {
    await listen({ ...IDLE, idle: { minutes: 60, lastWord: "team", statuses: ["open"], ...over } });
    await thread(silence);
    await lookAtClock(accountId, later(2 * HOUR));
    expect(await told()).toHaveLength(isTold ? 1 : 0);
  });

  it("is not told when somebody wrote before the late look", async () => {
    await listen(IDLE);
    const id = await thread();
    await database.sql`
      update conversations set last_outbound_at = ${later(90 * MINUTE)}, last_message_at = ${later(90 * MINUTE)}
      where id = ${id}`;
    await lookAtClock(accountId, later(2 * HOUR));
    expect(await told()).toEqual([]);
    await lookAtClock(accountId, later(3 * HOUR));
    expect(await told()).toEqual([id]);
  });

  it("is judged only up to the oldest message that is not taken in yet", async () => {
    await listen(IDLE);
    const id = await thread();
    const inbox = await makeInbox(accountId);
    await database.sql`
      insert into inbound_events (account_id, inbox_id, provider, dedupe_key, body, received_at)
      values (${accountId}, ${inbox.id}, 'sandbox', 'waiting', '{}', ${later(30 * MINUTE)})`;
    await lookAtClock(accountId, later(2 * HOUR));
    expect(await told()).toEqual([]);
    await database.sql`update inbound_events set processed_at = ${later(2 * HOUR)} where account_id = ${accountId}`;
    await lookAtClock(accountId, later(2 * HOUR));
    expect(await told()).toEqual([id]);
  });
});

describe("two workers that look at once, and one that was away for days", () => {
  it("tell each crossing once", async () => {
    await listen(IDLE);
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, at) => thread({ team: later(at * 5 * HOUR) })),
    );
    const looks = [3 * DAY, 3 * DAY, 3 * DAY + 1_000, 3 * DAY + MINUTE];
    await Promise.all(looks.map((at) => lookAtClock(accountId, later(at))));
    expect(await told()).toEqual([...ids].sort());
  });

  it("tell a thousand at once in events of a bounded size", async () => {
    await listen(IDLE);
    const inbox = await makeInbox(accountId);
    await database.sql`
      with people as (
        insert into contacts (account_id, name) select ${accountId}, 'P' || n from generate_series(1, 1200) n returning id
      )
      insert into conversations (account_id, inbox_id, contact_id, last_outbound_at, last_message_at)
      select ${accountId}, ${inbox.id}, id, ${start}, ${start} from people`;
    expect(await lookAtClock(accountId, later(2 * HOUR))).toBe(1200);
    const sizes = await database.sql<{ size: number }[]>`
      select jsonb_array_length(data->'subjects') as size from outbox
      where data->>'accountId' = ${accountId} order by seq`;
    expect(sizes.map(({ size }) => size).sort()).toEqual([200, 500, 500]);
  });
});

describe("a date", () => {
  const dueSoon: Trigger = { ...ANY, event: "charge.due_soon", offset: { amount: 3, unit: "days" } };
  const person = () => makeContact(accountId);

  it("that begins in three days is told when that day begins in the account's zone", async () => {
    await listen(dueSoon);
    const dueOn = "2026-03-14";
    const charge = await makeCharge(accountId, (await person()).id, { dueOn, dateSetAt: later(-DAY) });
    await lookAtClock(accountId, new Date("2026-03-11T02:59:59Z"));
    expect(await told()).toEqual([]);
    await lookAtClock(accountId, new Date("2026-03-11T03:00:01Z"));
    await lookAtClock(accountId, new Date("2026-03-12T03:00:01Z"));
    expect(await told()).toEqual([charge.id]);
  });

  it("that is set when its line has passed already is told at once, and once", async () => {
    await listen(dueSoon);
    const charge = await makeCharge(accountId, (await person()).id, {
      dueOn: "2026-03-11",
      dateSetAt: later(10_000),
    });
    await lookUntil(5 * MINUTE);
    expect(await told()).toEqual([charge.id]);
  });

  it("is never told after the date itself, nor for what is paid or canceled", async () => {
    await listen(dueSoon);
    await listen({ ...ANY, event: "appointment.upcoming", offset: { amount: 2, unit: "hours" } });
    const { id } = await person();
    const dateSetAt = later(10_000);
    await makeCharge(accountId, id, { dueOn: "2026-03-09", dateSetAt });
    await makeCharge(accountId, id, { dueOn: "2026-03-11", dateSetAt, status: "paid" });
    await makeAppointment(accountId, id, { startsAt: later(5_000), dateSetAt });
    await makeAppointment(accountId, id, { startsAt: later(HOUR), dateSetAt, status: "canceled" });
    const soon = await makeAppointment(accountId, id, { startsAt: later(HOUR), dateSetAt });
    await lookUntil(5 * MINUTE);
    expect(await told()).toEqual([soon.id]);
  });

  it("that was moved is told again for the new one", async () => {
    await listen({ ...ANY, event: "appointment.upcoming", offset: { amount: 2, unit: "hours" } });
    const visit = await makeAppointment(accountId, (await person()).id, {
      ...{ startsAt: later(HOUR), dateSetAt: later(-DAY) },
    });
    await lookAtClock(accountId, later(MINUTE));
    expect(await told()).toEqual([]);
    await database.sql`
      update appointments set starts_at = ${later(5 * HOUR)}, date_set_at = ${later(2 * MINUTE)} where id = ${visit.id}`;
    await lookUntil(2 * HOUR);
    expect(await told()).toEqual([]);
    await lookAtClock(accountId, later(3 * HOUR + MINUTE));
    expect(await told()).toEqual([visit.id]);
  });

  it("that was three days ago is told while the charge is unpaid", async () => {
    await listen({ ...ANY, event: "charge.overdue", offset: { amount: 3, unit: "days" } });
    const { id } = await person();
    const charge = (dueOn: string, status: "pending" | "overdue" | "paid") =>
      makeCharge(accountId, id, { dueOn, status, dateSetAt: later(-30 * DAY) });
    const unpaid = await charge("2026-03-10", "overdue");
    await charge("2026-03-10", "paid");
    await charge("2026-03-11", "pending");
    await lookAtClock(accountId, new Date("2026-03-13T03:00:01Z"));
    expect(await told()).toEqual([unpaid.id]);
  });
});

describe("a trigger that nobody hears", () => {
  it("is looked past while its sequence is paused: what crossed then is not told later", async () => {
    const sequenceId = await listen(IDLE);
    await thread();
    const late = await thread({ team: later(2 * HOUR) });
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    await lookAtClock(accountId, later(2 * HOUR));
    await database.sql`update sequences set status = 'active' where id = ${sequenceId}`;
    await lookAtClock(accountId, later(4 * HOUR));
    expect(await told()).toEqual([late]);
  });

  it("of another account is not looked at", async () => {
    await listen(IDLE);
    await thread();
    expect(await lookAtClock(await makeAccount(), later(2 * HOUR))).toBe(0);
    expect(await told()).toEqual([]);
  });
});
