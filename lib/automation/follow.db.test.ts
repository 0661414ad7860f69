import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { RuleAction } from "@/lib/core/model-rules";
import { carryOut } from "./carry-out";
import { addsTag, NOW, type Told, useRules } from "./fixtures/rules";
import { claimRules } from "./follow";
import { tellLostRules } from "./lost";
import { switchRule } from "./mutations";

const database = useTestDatabase();
const { makeRule, followAll, happen, logOf, tagsOf } = useRules(database);
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("a rule that is on", () => {
  it("is followed for whom its event is about, and its log says what came of each action", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const ruleId = await makeRule(accountId, {}, [addsTag("new"), { do: "resolve" }]);
    await happen(accountId, contact.id);
    await followAll(accountId);
    expect(await tagsOf(contact.id)).toEqual(["new"]);
    expect(await logOf(accountId)).toEqual([
      {
        ...{ rule_id: ruleId, status: "done", because: null, caused_by: [] },
        results: [
          { do: "add_tag", outcome: "done", code: "tagged", data: { tag: "new" } },
          { do: "resolve", outcome: "nothing_to_do", code: "no_thread", data: {} },
        ],
      },
    ]);
  });

  it("follows nobody who does not meet its conditions", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId, { attributes: { plan: "basic" } });
    const conditions = [{ variable: "contact.plan", operator: "equal" as const, value: "premium" }];
    await makeRule(accountId, { conditions }, [addsTag("new")]);
    await happen(accountId, contact.id);
    await followAll(accountId);
    expect(await logOf(accountId)).toEqual([]);
  });

  it("is not followed after it was switched off, though the event came before", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const ruleId = await makeRule(accountId, {}, [addsTag("new")]);
    await happen(accountId, contact.id);
    await switchRule(accountId, { ruleId, isOn: false, actorId: randomUUID(), now: NOW });
    await followAll(accountId);
    expect(await logOf(accountId)).toEqual([]);
  });

  it("of another account hears nothing", async () => {
    const [ours, theirs] = [await makeAccount(), await makeAccount()];
    await makeRule(theirs, {}, [addsTag("new")]);
    await makeRule(ours, {}, [addsTag("ours")]);
    const contact = await makeContact(ours);
    await happen(ours, contact.id);
    await followAll(ours);
    await followAll(theirs);
    expect(await tagsOf(contact.id)).toEqual(["ours"]);
    expect(await logOf(theirs)).toEqual([]);
  });
});

describe("told twice", () => {
  const happened = (contactId: string): Told => ({
    ...{
      event: "custom",
      name: "signed_up",
      key: "evt-1:0",
      subjects: [{ contactId }],
      causedBy: [],
      now: NOW,
    },
  });

  it("a rule is followed once, also by two at the same moment", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    await makeRule(accountId, {}, [addsTag("new")]);
    const told = await Promise.all([1, 2, 3].map(() => claimRules(accountId, happened(contact.id))));
    expect(told.map(({ claimed }) => claimed).sort()).toEqual([0, 0, 1]);
    await followAll(accountId);
    expect(await claimRules(accountId, happened(contact.id))).toEqual({ claimed: 0, refused: 0 });
    expect(await logOf(accountId)).toMatchObject([{ status: "done" }]);
  });

  it("the run of a rule is carried out once by two at the same moment", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    await makeRule(accountId, {}, [addsTag("one"), addsTag("two")]);
    await claimRules(accountId, happened(contact.id));
    const [run] = await database.sql<
      { id: string }[]
    >`select id from rule_runs where account_id = ${accountId}`;
    await Promise.all([1, 2].map(() => carryOut(accountId, run?.id ?? "", NOW)));
    await carryOut(accountId, run?.id ?? "", NOW);
    const [logged] = await logOf(accountId);
    expect(logged?.status).toBe("done");
    expect(logged?.results).toHaveLength(2);
    expect(await tagsOf(contact.id)).toEqual(["one", "two"]);
  });
});

describe("a crash in the middle", () => {
  it("goes on with the next action and repeats none that is done", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    await makeRule(accountId, {}, [addsTag("one"), addsTag("two")]);
    await happen(accountId, contact.id);
    const [told] = await database.sql<{ data: Told }[]>`
      delete from outbox where data->>'accountId' = ${accountId} returning data`;
    await claimRules(accountId, { ...(told?.data as Told), now: NOW });
    // The first action was done and recorded, then the process was gone; the tag was taken away since.
    const first = { do: "add_tag", outcome: "done", code: "tagged", data: { tag: "one" } };
    await database.sql`
      update rule_runs set results = ${database.sql.json([first])} where account_id = ${accountId}`;
    await database.sql`delete from outbox where data->>'accountId' = ${accountId}`;
    await tellLostRules(minutesLater(5));
    expect(await database.sql`select from outbox where data->>'accountId' = ${accountId}`).toHaveLength(0);
    await tellLostRules(minutesLater(20));
    await followAll(accountId, minutesLater(20));
    expect(await tagsOf(contact.id)).toEqual(["two"]);
    expect((await logOf(accountId))[0]).toMatchObject({
      status: "done",
      results: [first, { code: "tagged" }],
    });
  });

  it("keeps the actions that the run began with, whatever the rule has become", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const ruleId = await makeRule(accountId, {}, [addsTag("old")]);
    await claimRules(accountId, {
      ...{ event: "custom", name: "signed_up", key: "k", subjects: [{ contactId: contact.id }] },
      ...{ causedBy: [], now: NOW },
    });
    await database.sql`update rules set actions = ${database.sql.json([addsTag("new")])} where id = ${ruleId}`;
    await followAll(accountId);
    expect(await tagsOf(contact.id)).toEqual(["old"]);
  });

  it("that nothing mends is given up after a day, and says so", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    await makeRule(accountId, {}, [addsTag("one"), { do: "resolve" }]);
    const subjects = [{ contactId: contact.id }];
    await claimRules(accountId, {
      event: "custom",
      name: "signed_up",
      key: "k",
      subjects,
      causedBy: [],
      now: NOW,
    });
    await tellLostRules(minutesLater(25 * 60));
    expect((await logOf(accountId))[0]).toMatchObject({
      status: "failed",
      results: [
        { do: "add_tag", outcome: "failed", code: "given_up" },
        { do: "resolve", outcome: "failed", code: "given_up" },
      ],
    });
  });
});

describe("an action that fails", () => {
  it("does not keep the next one from being done, and the run says failed", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId);
    const member = await makeMember(accountId, "agent");
    const contact = await makeContact(accountId);
    const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()] });
    const actions: RuleAction[] = [
      { do: "enroll", sequenceId },
      { do: "assign", userId: member },
      addsTag("new"),
    ];
    await makeRule(accountId, {}, actions);
    await database.sql`update sequences set status = 'paused' where id = ${sequenceId}`;
    await happen(accountId, contact.id);
    await followAll(accountId);
    expect((await logOf(accountId))[0]).toMatchObject({
      status: "failed",
      results: [
        { do: "enroll", outcome: "failed", code: "sequence_not_active" },
        { do: "assign", outcome: "done", data: { of: "contact" } },
        { do: "add_tag", outcome: "done" },
      ],
    });
  });
});
