import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeDeal,
  makeInbox,
  makeMember,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";
import { recordContactEvent } from "@/lib/engine/goal";
import { AppError } from "@/lib/errors";
import { automationOptions, getRule, listRules } from "./data";
import * as mutations from "./mutations";
import { foreseeRule, testRule } from "./try-rule";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");
const by = { actorId: randomUUID(), now: NOW };
const ON_SIGN_UP: Trigger = { event: "custom", name: "signed_up", match: "all", conditions: [] };
const TAGS: RuleAction[] = [{ do: "add_tag", tag: "new" }];

const written = (over: Partial<{ name: string; trigger: Trigger; actions: RuleAction[] }> = {}) => ({
  ...{ name: "Greet", trigger: ON_SIGN_UP, actions: TAGS, ...over },
});
const listeners = (ruleId: string) => database.sql`
  select event, name, trigger, checked_until from triggers where rule_id = ${ruleId}`;

async function fieldsOf(act: Promise<unknown>): Promise<Record<string, string>> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error("It was not refused.");
  return Object.fromEntries(
    Object.entries(error.fields).map(([place, key]) => [place, key.split("?")[0] ?? ""]),
  );
}

describe("a rule", () => {
  it("listens from when it is switched on until it is switched off or archived", async () => {
    const accountId = await makeAccount();
    const { id: ruleId } = await mutations.createRule(accountId, { rule: written(), ...by });
    expect(await listeners(ruleId)).toEqual([]);
    for (let time = 0; time < 2; time++) await mutations.switchRule(accountId, { ruleId, isOn: true, ...by });
    expect(await listeners(ruleId)).toEqual([
      { event: "custom", name: "signed_up", trigger: ON_SIGN_UP, checked_until: null },
    ]);
    await mutations.switchRule(accountId, { ruleId, isOn: false, ...by });
    expect(await listeners(ruleId)).toEqual([]);
    await mutations.switchRule(accountId, { ruleId, isOn: true, ...by });
    await mutations.archiveRule(accountId, { ruleId, ...by });
    expect(await listeners(ruleId)).toEqual([]);
    await expect(mutations.switchRule(accountId, { ruleId, isOn: true, ...by })).rejects.toThrow(
      "rule.archived",
    );
    await mutations.restoreRule(accountId, { ruleId, ...by });
    expect(await getRule(accountId, ruleId, NOW)).toMatchObject({ isOn: false, isArchived: false });
  });

  it("follows nothing of what crossed its line before it listened", async () => {
    const accountId = await makeAccount();
    const trigger: Trigger = {
      ...{ event: "conversation.idle", match: "all", conditions: [] },
      idle: { minutes: 60, lastWord: "team", statuses: ["open"] },
    };
    const { id: ruleId } = await mutations.createRule(accountId, { rule: written({ trigger }), ...by });
    await mutations.switchRule(accountId, { ruleId, isOn: true, ...by });
    expect(await listeners(ruleId)).toMatchObject([{ event: "conversation.idle", checked_until: NOW }]);
  });

  it("listens to its new trigger from the save on; another save keeps what the clock has told", async () => {
    const accountId = await makeAccount();
    const { id: ruleId } = await mutations.createRule(accountId, { rule: written(), ...by });
    await mutations.switchRule(accountId, { ruleId, isOn: true, ...by });
    const before = await database.sql`select id from triggers where rule_id = ${ruleId}`;
    await mutations.updateRule(accountId, { rule: written({ name: "Other" }), ruleId, revision: 0, ...by });
    expect(await database.sql`select id from triggers where rule_id = ${ruleId}`).toEqual(before);
    const trigger = { ...ON_SIGN_UP, name: "left" };
    await mutations.updateRule(accountId, { rule: written({ trigger }), ruleId, revision: 1, ...by });
    expect(await listeners(ruleId)).toMatchObject([{ name: "left" }]);
  });

  it("is not saved over somebody else's change", async () => {
    const accountId = await makeAccount();
    const { id: ruleId } = await mutations.createRule(accountId, { rule: written(), ...by });
    const saves = ["one", "two"].map((name) =>
      mutations.updateRule(accountId, { rule: written({ name }), ruleId, revision: 0, ...by }),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.find((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", message: "rule.changed_elsewhere" });
  });

  it("is copied switched off, and unknown to another account", async () => {
    const accountId = await makeAccount();
    const { id: ruleId } = await mutations.createRule(accountId, { rule: written(), ...by });
    await mutations.switchRule(accountId, { ruleId, isOn: true, ...by });
    await mutations.duplicateRule(accountId, { ruleId, name: "Copy", ...by });
    expect(
      (await listRules(accountId, { isArchived: false, now: NOW })).map(({ name, isOn }) => [name, isOn]),
    ).toEqual([
      ["Copy", false],
      ["Greet", true],
    ]);
    const stranger = await makeAccount();
    for (const act of [
      () => mutations.updateRule(stranger, { rule: written(), ruleId, revision: 0, ...by }),
      () => mutations.switchRule(stranger, { ruleId, isOn: false, ...by }),
      () => mutations.duplicateRule(stranger, { ruleId, name: "Copy", ...by }),
      () => mutations.archiveRule(stranger, { ruleId, ...by }),
      () => getRule(stranger, ruleId, NOW),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what cannot be saved", () => {
  it.each<[string, Partial<Trigger>, Record<string, string>]>([
    ["an own event without a name", { name: "" }, { trigger: "rule.event_name_required" }],
    ["a name that no event has", { name: "Trial ended!" }, { trigger: "rule.event_name_invalid" }],
    [
      "a condition without a value",
      { conditions: [{ variable: "contact.plan", operator: "equal", value: " " }] },
      { "trigger.condition.0": "rule.condition_value" },
    ],
    [
      "a condition in a group that looks at nothing",
      { groups: [{ match: "any", conditions: [{ variable: "", operator: "is_set", value: "" }] }] },
      { "trigger.group.0.condition.0": "rule.condition_variable" },
    ],
  ])("%s", async (_, over, fields) => {
    const accountId = await makeAccount();
    const trigger = { ...ON_SIGN_UP, ...over };
    expect(await fieldsOf(mutations.createRule(accountId, { rule: written({ trigger }), ...by }))).toEqual(
      fields,
    );
  });

  it("actions that name what the account has not", async () => {
    const accountId = await makeAccount();
    const foreign = await makeAccount();
    const sequence = await makeSequence(foreign);
    const archived = await makeSequence(accountId);
    await database.sql`update sequences set status = 'archived' where id = ${archived.sequenceId}`;
    const draft = await makeSequence(accountId);
    await database.sql`update sequences set status = 'draft', live_version_id = null where id = ${draft.sequenceId}`;
    const deal = await makeDeal(foreign, (await makeContact(foreign)).id);
    const actions: RuleAction[] = [
      { do: "enroll", sequenceId: sequence.sequenceId },
      { do: "stop", sequenceId: archived.sequenceId },
      { do: "enroll", sequenceId: draft.sequenceId },
      { do: "assign", userId: await makeMember(foreign, "agent") },
      { do: "move_deal", stageId: deal.stageId },
      { do: "send_message", text: "Hi {{ contact.nickname }}" },
      { do: "call_webhook", url: "ftp://example.com" },
      { do: "add_tag", tag: "" },
      { do: "pause", sequenceId: null, hours: 0 },
      { do: "enroll", sequenceId: "" },
    ];
    expect(await fieldsOf(mutations.createRule(accountId, { rule: written({ actions }), ...by }))).toEqual({
      "actions.0": "rule.sequence_gone",
      "actions.1": "rule.sequence_gone",
      "actions.2": "rule.sequence_unpublished",
      "actions.3": "rule.member_gone",
      "actions.4": "rule.stage_gone",
      "actions.5": "publish.unknown_variable",
      "actions.6": "rule.url_invalid",
      "actions.7": "rule.tag_required",
      "actions.8": "rule.hours_invalid",
      "actions.9": "rule.sequence_required",
    });
    const none = written({ actions: [] });
    expect(await fieldsOf(mutations.createRule(accountId, { rule: none, ...by }))).toEqual({
      actions: "rule.no_action",
    });
  });

  it("is kept from nobody by what another event had left behind", async () => {
    const accountId = await makeAccount();
    const trigger: Trigger = {
      ...{
        event: "contact.created",
        match: "all",
        conditions: [],
        name: "",
        groups: [{ match: "any", conditions: [] }],
      },
      offset: { amount: 3, unit: "days" },
    };
    const { id } = await mutations.createRule(accountId, { rule: written({ trigger }), ...by });
    expect((await getRule(accountId, id, NOW)).trigger).toEqual({
      event: "contact.created",
      match: "all",
      conditions: [],
    });
  });
});

describe("the test of a draft", () => {
  const happen = (accountId: AccountId, contactId: string, data: Record<string, string>, now: Date) =>
    recordContactEvent(accountId, { contactId, name: "signed_up", dedupeKey: randomUUID(), data, now });

  it("counts every event of the last thirty days that meets it, newest first, and does nothing", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId);
    const contact = await makeContact(accountId, { name: "Bruno Lima" });
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
    await happen(accountId, contact.id, { plan: "pro" }, daysAgo(40));
    await happen(accountId, contact.id, { plan: "pro" }, daysAgo(3));
    await happen(accountId, contact.id, { plan: "basic" }, daysAgo(2));
    await happen(accountId, contact.id, { plan: "pro" }, daysAgo(1));
    const trigger: Trigger = {
      ...ON_SIGN_UP,
      conditions: [{ variable: "event.plan", operator: "equal", value: "pro" }],
    };
    const test = await testRule(accountId, { trigger, now: NOW });
    expect(test).toMatchObject({ count: 2, isMore: false });
    expect(test.events.map(({ at, contactName }) => [at, contactName])).toEqual([
      [daysAgo(1).toISOString(), "Bruno Lima"],
      [daysAgo(3).toISOString(), "Bruno Lima"],
    ]);
    expect((await testRule(accountId, { trigger: ON_SIGN_UP, now: NOW })).count).toBe(3);
    expect((await testRule(await makeAccount(), { trigger: ON_SIGN_UP, now: NOW })).count).toBe(0);

    const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()] });
    const actions: RuleAction[] = [{ do: "enroll", sequenceId }, ...TAGS, { do: "resolve" }];
    const subject = { contactId: contact.id, recordId: null, conversationId: null };
    expect(await foreseeRule(accountId, { trigger, actions, subject, now: NOW })).toMatchObject([
      { do: "enroll", outcome: "ready" },
      { do: "add_tag", outcome: "ready", data: { tag: "new" } },
      { do: "resolve", outcome: "nothing_to_do", code: "no_thread" },
    ]);
    expect(await database.sql`select from enrollments where account_id = ${accountId}`).toHaveLength(0);
    expect(await database.sql`select from rule_runs where account_id = ${accountId}`).toHaveLength(0);
  });
});

describe("what the forms offer", () => {
  it("is the account's own, without what is archived; the key of webhooks only to those who manage", async () => {
    const accountId = await makeAccount();
    const member = await makeMember(accountId, "agent");
    const shown = await makeSequence(accountId);
    const hidden = await makeSequence(accountId);
    await database.sql`update sequences set status = 'archived' where id = ${hidden.sequenceId}`;
    await makeContact(accountId, { tags: ["vip"] });
    await makeContact(await makeAccount(), { tags: ["theirs"] });
    const options = await automationOptions(accountId, { canManage: false });
    expect(options.sequences.map(({ id }) => id)).toEqual([shown.sequenceId]);
    expect(options.members.map(({ id }) => id)).toEqual([member]);
    expect(options.tags).toEqual(["vip"]);
    expect(options.webhookKey).toBeNull();
    expect((await automationOptions(accountId, { canManage: true })).webhookKey).toMatch(/^whsec_/);
  });
});
