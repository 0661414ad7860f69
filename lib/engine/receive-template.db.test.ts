import { beforeEach, describe, expect, it } from "vitest";
import { makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { STUB_BUSINESS_ACCOUNT_ID } from "@/e2e/stubs/whatsapp-webhooks";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { HsmTemplate } from "@/lib/core/model";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, makeWhatsapp, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";
import { requestPausedTemplates } from "./refresh-templates";

const db = useTestDatabase();
const HOUR = 60 * MINUTE;
const SCOPE = `whatsapp_cloud:${STUB_BUSINESS_ACCOUNT_ID}`;

/** Nothing listens there: a call that should not be made would be a retry. */
const NOWHERE = "http://127.0.0.1:9";
const numberOf = (phoneNumberId: string) => ({
  phoneNumberId,
  businessAccountId: STUB_BUSINESS_ACCOUNT_ID,
  baseUrl: NOWHERE,
});
const saying = (template: Partial<HsmTemplate> = {}) =>
  makeStep({
    content: {
      type: "template",
      template: { name: "reminder", language: "pt_BR", parameters: ["Ana"], ...template },
    },
  });

type Started = Awaited<ReturnType<typeof start>>;
let started: Started;
beforeEach(async () => {
  started = await start();
});

/** A run that is due with a template of a WhatsApp number, and that template as it was read an hour before. */
async function start(step = saying()) {
  const made = await startRun({
    steps: [step],
    inbox: (accountId) => makeWhatsapp(accountId, NOWHERE, { config: numberOf("106540352242922") }),
  });
  await store(made.accountId, made.inbox.id);
  return made;
}

const store = (accountId: string, inboxId: string) => db.sql`
  insert into hsm_templates (account_id, inbox_id, name, language, status, category, components, synced_at, provider_id)
  values (${accountId}, ${inboxId}, 'reminder', 'pt_BR', 'APPROVED', 'UTILITY',
    '[{"type":"BODY","text":"Oi {{1}}"}]'::jsonb, ${later(-HOUR)}, '168')`;

type Told = Extract<ProviderEvent, { kind: "template" }>;
const tell = (changed: Partial<Told>, now = NOW) =>
  receive(started.accountId, {
    inboxId: started.inbox.id,
    events: [
      {
        ...{ kind: "template", scope: SCOPE, name: "reminder", language: "pt_BR", providerId: "168" },
        ...{ reason: null, at: now },
        ...changed,
      },
    ],
    now,
  });
const template = async (inboxId = started.inbox.id) => {
  const [row] = await db.sql`
    select status, category, quality, changed_at from hsm_templates where inbox_id = ${inboxId}`;
  return row;
};
const alerts = () => db.sql`
  select kind, data, resolved_at from alerts where account_id = ${started.accountId} order by id`;
const run = async () =>
  (await db.sql`select next_because, next_action_at from enrollments where id = ${started.enrollmentId}`)[0];
const sends = () => db.sql`select status from messages where account_id = ${started.accountId}`;
const requested = async () =>
  (
    await db.sql`
    select event_id from outbox where name = 'templates/requested' and data->>'accountId' = ${started.accountId}`
  ).map(({ event_id: id }) => String(id));
const wakes = async () =>
  (
    await db.sql`
    select from outbox where name = 'enrollment/woken' and data->>'enrollmentId' = ${started.enrollmentId}`
  ).length;

describe("a template that cannot be sent any more", () => {
  it("is not asked for: the run waits, the step is told of, and both end with the approval", async () => {
    await tell({ status: "PAUSED", reason: "FIRST_PAUSE" });
    expect(await alerts()).toMatchObject([
      {
        kind: "template_changed",
        data: { template: "reminder", status: "PAUSED", detail: "FIRST_PAUSE", inbox: "WhatsApp" },
      },
    ]);
    await advance(started.run, clockAt(later(MINUTE)));
    expect(await run()).toMatchObject({ next_because: "template_unusable" });
    expect((await run())?.next_action_at.getTime()).toBeLessThanOrEqual(later(3 * HOUR).getTime() + 1_000);
    expect(await sends()).toEqual([]);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(["template_changed", "step_blocked"]);

    const before = await wakes();
    await tell({ status: "APPROVED", reason: "UNPAUSE" }, later(HOUR));
    expect(await wakes()).toBe(before + 1);
    expect((await alerts()).every(({ resolved_at: at }) => at !== null)).toBe(true);
    await advance(started.run, clockAt(later(HOUR)));
    // The send was tried, and met nobody.
    expect(await sends()).toMatchObject([{ status: "scheduled" }]);
  });

  it("holds many runs by one block, and tells of it once", async () => {
    await tell({ status: "REJECTED" });
    await advance(started.run, clockAt(later(MINUTE)));
    await advance(started.run, clockAt(later(2 * DAY)));
    const blocks = await db.sql`
      select code, detail, template_name from step_blocks where account_id = ${started.accountId}`;
    expect(blocks).toMatchObject([
      { code: "template_unusable", detail: "REJECTED", template_name: "reminder" },
    ]);
    expect(await requested()).toHaveLength(1);
  });

  it("is read anew every hour while it holds a step back, in case the notice gets lost", async () => {
    await tell({ status: "PAUSED" });
    await db.sql`delete from outbox`;
    await requestPausedTemplates(later(HOUR));
    expect(await requested()).toEqual([`templates:${started.inbox.id}:2026-03-10T16`]);
  });
});

describe("a template whose parameters changed", () => {
  it("is caught before it is sent, and sent by a step that fits", async () => {
    await db.sql`update hsm_templates set components = '[{"type":"BODY","text":"Oi {{1}}, {{2}}"}]'::jsonb
      where inbox_id = ${started.inbox.id}`;
    await advance(started.run, clockAt(NOW));
    expect(await sends()).toEqual([]);
    const [ledger] = await db.sql`
      select because from ledger where enrollment_id = ${started.enrollmentId} and kind = 'waiting'
        and because->>'code' = 'template_unusable'`;
    expect(ledger?.because.data).toMatchObject({
      ...{ template: "reminder", language: "pt_BR", status: "APPROVED", differs: "parameter_count" },
    });
    // A version that fits is not held back by what was found of another.
    const fitting = saying({ parameters: ["Ana", "hoje"] });
    const { enrollmentId, sequence } = started;
    const [step] = sequence.snapshot.steps;
    await db.sql`
      insert into sequence_versions (id, account_id, sequence_id, number, snapshot)
      values ('01930000-0000-7000-8000-0000000000aa', ${started.accountId}, ${sequence.sequenceId}, 2,
        ${JSON.stringify({ ...sequence.snapshot, steps: [{ ...fitting, id: step?.id }] })}::text::json)`;
    await db.sql`
      update enrollments set version_id = '01930000-0000-7000-8000-0000000000aa' where id = ${enrollmentId}`;
    await advance(started.run, clockAt(later(MINUTE)));
    expect(await sends()).toMatchObject([{ status: "scheduled" }]);
  });

  it("is read anew where Meta says that its parts are others", async () => {
    await tell({ isRewritten: true });
    expect(await requested()).toHaveLength(1);
    expect(await template()).toMatchObject({ status: "APPROVED" });
  });
});

describe("notices that come late, twice or from elsewhere", () => {
  it("change nothing where something newer is known, of a notice or of a reading", async () => {
    await tell({ status: "PAUSED", at: later(-2 * DAY) });
    expect(await template()).toMatchObject({ status: "APPROVED", changed_at: null });
    await tell({ status: "PAUSED" });
    await tell({ status: "APPROVED", at: later(-MINUTE) }, later(MINUTE));
    expect(await template()).toMatchObject({ status: "PAUSED" });
    await tell({ status: "PAUSED" });
    expect(await alerts()).toHaveLength(1);
  });

  it("of one second leave the last word to a reading", async () => {
    const at = new Date("2026-03-10T15:00:01.000Z");
    await tell({ status: "PAUSED", at }, later(DAY));
    expect(await requested()).toEqual([]);
    await tell({ status: "APPROVED", at }, later(DAY));
    expect(await requested()).toHaveLength(1);
  });

  it("change only what they say", async () => {
    await tell({ quality: "RED" });
    await tell({ category: "MARKETING" }, later(MINUTE));
    expect(await template()).toMatchObject({ status: "APPROVED", quality: "RED", category: "MARKETING" });
    expect(await alerts()).toEqual([]);
  });

  it("of a template that was never read have it read", async () => {
    await tell({ name: "newer", providerId: "169", status: "APPROVED" });
    expect(await requested()).toHaveLength(1);
    expect(await alerts()).toEqual([]);
  });

  it("know it by Meta's id where its language is written otherwise", async () => {
    await tell({ language: "pt-br", status: "DISABLED" });
    expect(await template()).toMatchObject({ status: "DISABLED" });
  });

  it("hold for every number of the business account and for no other", async () => {
    const { accountId } = started;
    const twin = await makeWhatsapp(accountId, NOWHERE, { config: numberOf("2000000000") });
    const other = await makeWhatsapp(accountId, NOWHERE, {
      config: { ...numberOf("3000000000"), businessAccountId: "55555" },
    });
    const broken = await makeInbox(accountId, { provider: "whatsapp_cloud", config: { phoneNumberId: 7 } });
    for (const { id } of [twin, other, broken]) await store(accountId, id);
    await tell({ status: "DISABLED" });
    expect(await template()).toMatchObject({ status: "DISABLED" });
    expect(await template(twin.id)).toMatchObject({ status: "DISABLED" });
    expect(await template(other.id)).toMatchObject({ status: "APPROVED" });
    expect(await template(broken.id)).toMatchObject({ status: "APPROVED" });
  });
});

it("the timeline says which category Meta had the template in as it was sent", async () => {
  await tell({ category: "MARKETING" });
  await advance(started.run, clockAt(later(MINUTE)));
  const [tried] = await db.sql`
    select because from ledger where enrollment_id = ${started.enrollmentId} and kind = 'retrying'`;
  expect(tried?.because.data).toMatchObject({ category: "MARKETING" });
});

it("what a notice of a number does not say is asked for, of every number of the business", async () => {
  const { accountId, inbox } = started;
  const twin = await makeWhatsapp(accountId, NOWHERE, { config: numberOf("2000000000") });
  const event = {
    ...{ kind: "health" as const, scope: SCOPE, health: { recipientsPerDay: 2_000 }, isAsked: true },
    ...{ code: "upgrade", detail: "", at: NOW },
  };
  await receive(accountId, { inboxId: inbox.id, events: [event], now: NOW });
  const asked = await db.sql`
    select data->>'inboxId' as id from outbox where name = 'health/requested' and data->>'accountId' = ${accountId}`;
  expect(new Set(asked.map(({ id }) => id))).toEqual(new Set([inbox.id, twin.id]));
  const rows = await db.sql`select health from inboxes where account_id = ${accountId}`;
  expect(rows.map(({ health }) => health.recipientsPerDay)).toEqual([2_000, 2_000]);
});
