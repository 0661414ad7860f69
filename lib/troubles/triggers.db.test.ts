import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount, withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence } from "@/db/factories";
import { attributeDefinitions, contactEvents, notifications, ruleRuns, rules } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Trigger } from "@/lib/core/model-rules";
import { foldChanges } from "@/lib/reports/rollups";
import { troublesOf } from "./data";

const database = useTestDatabase();
const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const paidBy = (variable: string): Trigger => ({
  event: "charge.paid",
  match: "all",
  conditions: [{ variable, operator: "equal", value: "gold" }],
});

const found = async (accountId: AccountId) =>
  (await troublesOf(accountId, NOW)).map(({ kind, named }) => `${kind} ${named.map(({ detail }) => detail)}`);

async function listen(accountId: AccountId, trigger: Trigger, { days = 40 } = {}) {
  const sequence = await makeSequence(accountId);
  await withAccountSql(
    accountId,
    (tx) => tx`
      insert into triggers (id, account_id, sequence_id, event, trigger)
      values ((substr(id_floor(${daysAgo(days)})::text, 1, 18) || substr(gen_random_uuid()::text, 19))::uuid, ${accountId}, ${sequence.sequenceId}, ${trigger.event},
        ${JSON.stringify(trigger)}::text::jsonb)`,
  );
  return sequence;
}

async function happen(accountId: AccountId, count: number) {
  const contact = await makeContact(accountId);
  const rows = Array.from({ length: count }, () => ({
    ...{ accountId, contactId: contact.id, name: "charge.paid", dedupeKey: randomUUID(), at: daysAgo(3) },
  }));
  await withAccount(accountId, (tx) => tx.insert(contactEvents).values(rows));
}

describe("a trigger that names a field which is gone", () => {
  it("is told until the field is there", async () => {
    const accountId = await makeAccount();
    await listen(accountId, paidBy("contact.plan"), { days: 0 });
    expect(await found(accountId)).toEqual(["triggers_broken contact.plan"]);
    const field = { accountId, key: "plan", label: "Plan", type: "text" as const };
    await withAccount(accountId, (tx) => tx.insert(attributeDefinitions).values(field));
    expect(await found(accountId)).toEqual([]);
    await database.sql`update attribute_definitions set archived_at = now() where account_id = ${accountId}`;
    expect(await found(accountId)).toEqual(["triggers_broken contact.plan"]);
    expect(await found(await makeAccount())).toEqual([]);
  });
});

describe("a trigger that asks for a tag which nobody has", () => {
  const tagged = (value: string): Trigger => ({
    event: "charge.paid",
    match: "all",
    conditions: [{ variable: "contact.tags", operator: "contains", value }],
  });

  it("is told once it is old, until somebody has the tag, whatever its case, or a rule gives it", async () => {
    const accountId = await makeAccount();
    await listen(accountId, tagged("VIP"), { days: 20 });
    await listen(accountId, tagged("gold"));
    expect(await found(accountId)).toEqual(["triggers_broken gold"]);
    const contact = await makeContact(accountId, { tags: ["Golden"] });
    expect(await found(accountId)).toEqual([]);
    await database.sql`update contacts set deleted_at = now() where id = ${contact.id}`;
    expect(await found(accountId)).toEqual(["triggers_broken gold"]);
    const trigger: Trigger = { event: "contact.created", match: "all", conditions: [] };
    const actions = [{ do: "add_tag" as const, tag: "gold" }];
    await withAccount(accountId, (tx) =>
      tx.insert(rules).values({ accountId, name: "Welcome", isOn: true, trigger, actions }),
    );
    expect(await found(accountId)).toEqual([]);
  });
});

describe("Maestro's look for people that has found nobody for thirty days", () => {
  it("is told where it has read many conversations, and not when one was found or it was changed since", async () => {
    const accountId = await makeAccount();
    const { sequenceId } = await makeSequence(accountId);
    await database.sql`
      insert into ai_enrollments (account_id, sequence_id, is_on, config, updated_at)
      values (${accountId}, ${sequenceId}, true, '{}', ${daysAgo(40)})`;
    const read = (count: number, over: { isTrial?: boolean; refusal?: string } = {}) => database.sql`
      insert into ai_suggestions (account_id, sequence_id, conversation_id, contact_id, is_trial, should_enroll, confidence, reason,
        status, refusal)
      select ${accountId}, ${sequenceId}, gen_random_uuid(), gen_random_uuid(), ${over.isTrial ?? false}, false, 10, 'Said no.', 'none',
        ${over.refusal ?? null}
      from generate_series(1, ${count}::int)`;
    await read(49);
    await read(10, { isTrial: true });
    expect(await found(accountId)).toEqual([]);
    await read(1);
    expect(await found(accountId)).toEqual(["triggers_silent "]);
    await database.sql`update ai_enrollments set updated_at = ${daysAgo(10)} where sequence_id = ${sequenceId}`;
    expect(await found(accountId)).toEqual([]);
    await database.sql`update ai_enrollments set updated_at = ${daysAgo(40)} where sequence_id = ${sequenceId}`;
    await read(1, { refusal: "no_address" });
    expect(await found(accountId)).toEqual([]);
  });
});

describe("a trigger that has matched nobody for thirty days", () => {
  it("is told where what it listens to has happened often", async () => {
    const accountId = await makeAccount();
    await listen(accountId, paidBy("contact.name"));
    await happen(accountId, 49);
    expect(await found(accountId)).toEqual([]);
    await happen(accountId, 1);
    expect(await found(accountId)).toEqual(["triggers_silent charge.paid"]);
  });

  it("is not told where it is young, asks nothing, or has begun a run, folded or not", async () => {
    const accountId = await makeAccount();
    await happen(accountId, 60);
    await listen(accountId, paidBy("contact.name"), { days: 20 });
    await listen(accountId, { event: "charge.paid", match: "all", conditions: [] });
    const sequence = await listen(accountId, paidBy("contact.name"), { days: 41 });
    expect(await found(accountId)).toEqual(["triggers_silent charge.paid"]);
    const contact = await makeContact(accountId);
    const begun = {
      entry: "charge.paid",
      enrolledAt: daysAgo(2),
      status: "ended",
      endReason: "completed",
    } as const;
    await makeEnrollment(accountId, sequence, contact.id, { ...begun, nextActionAt: null, endedAt: NOW });
    expect(await found(accountId)).toEqual([]);
    await foldChanges(accountId, NOW);
    expect(await found(accountId)).toEqual([]);
  });

  it("is not told where the rules of enrollment refused whom it met", async () => {
    const accountId = await makeAccount();
    await happen(accountId, 60);
    const { sequenceId } = await listen(accountId, paidBy("contact.name"));
    const contact = await makeContact(accountId);
    await withAccountSql(
      accountId,
      (tx) => tx`
        insert into ledger (account_id, at, kind, contact_id, because)
        values (${accountId}, now(), 'enrollment_refused', ${contact.id},
          ${JSON.stringify({ code: "no_address", data: { sequenceId } })}::text::json)`,
    );
    expect(await found(accountId)).toEqual([]);
  });
});

describe("a rule that could not call its webhook", () => {
  it("is told until a later call succeeds", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const trigger: Trigger = { event: "contact.created", match: "all", conditions: [] };
    const ruleId = randomUUID();
    const run = (outcome: "done" | "failed") =>
      withAccount(accountId, (tx) =>
        tx.insert(ruleRuns).values({
          ...{ accountId, ruleId, event: "contact.created", eventKey: randomUUID(), contactId: contact.id },
          status: outcome,
          results: [{ do: "call_webhook", outcome, code: "http_500", data: {} }],
        }),
      );
    await withAccount(accountId, (tx) =>
      tx
        .insert(rules)
        .values({ id: ruleId, accountId, name: "Tell the CRM", isOn: true, trigger, actions: [] }),
    );
    await run("done");
    expect(await found(accountId)).toEqual([]);
    await run("failed");
    expect(await found(accountId)).toEqual(["webhooks_failing "]);
    await run("done");
    expect(await found(accountId)).toEqual([]);
  });
});

describe("mails of the product", () => {
  it("are told when they are long overdue, where there is a mail server", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    const mailAt = new Date(NOW.getTime() - 40 * 60_000);
    await withAccount(accountId, (tx) =>
      tx.insert(notifications).values({
        ...{ accountId, userId, kind: "draft_waiting", dedupeKey: "x", data: {}, mailAt },
      }),
    );
    delete process.env.MAIL_URL;
    expect(await found(accountId)).toEqual([]);
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    process.env.MAIL_FROM = "Follow-ups <alerts@app.example>";
    expect(await found(accountId)).toEqual(["mails_waiting "]);
    delete process.env.MAIL_URL;
  });
});
