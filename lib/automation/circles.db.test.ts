import { describe, expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { addTag } from "@/lib/contacts/tags";
import type { RuleAction } from "@/lib/core/model-rules";
import { MAX_PER_HOUR } from "@/lib/core/rule-circle";
import { addsTag, NOW, useRules } from "./fixtures/rules";

const database = useTestDatabase();
const { makeRule, followAll, happen, logOf, tagsOf } = useRules(database);
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("rules that would go in a circle", () => {
  it("a rule that starts itself stops after one", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const ruleId = await makeRule(accountId, { event: "contact.tagged" }, [addsTag("again")]);
    await addTag(accountId, { contactIds: [contact.id], tag: "first", actorId: null, now: NOW });
    await followAll(accountId);
    expect(await logOf(accountId)).toMatchObject([
      { rule_id: ruleId, status: "done", caused_by: [] },
      { rule_id: ruleId, status: "refused", because: "own_doing", caused_by: [ruleId] },
    ]);
    expect(await tagsOf(contact.id)).toEqual(["first", "again"]);
  });

  it("two rules that call each other stop", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const ofTag = (value: string) => ({
      event: "contact.tagged" as const,
      conditions: [{ variable: "event.tag", operator: "equal" as const, value }],
    });
    const remove = (tag: string): RuleAction => ({ do: "remove_tag", tag });
    const ping = await makeRule(accountId, ofTag("pong"), [remove("ping"), addsTag("ping")], "Ping");
    const pong = await makeRule(accountId, ofTag("ping"), [remove("pong"), addsTag("pong")], "Pong");
    await addTag(accountId, { contactIds: [contact.id], tag: "ping", actorId: null, now: NOW });
    await followAll(accountId);
    const log = await logOf(accountId);
    expect(log.map(({ rule_id, status, because }) => [rule_id, status, because])).toEqual([
      [pong, "done", null],
      [ping, "done", null],
      [pong, "refused", "own_doing"],
    ]);
  });

  it("a chain ends after five rules", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    for (let link = 0; link < 7; link++) {
      const conditions = [{ variable: "event.tag", operator: "equal" as const, value: `t${link}` }];
      await makeRule(accountId, { event: "contact.tagged", conditions }, [addsTag(`t${link + 1}`)]);
    }
    await addTag(accountId, { contactIds: [contact.id], tag: "t0", actorId: null, now: NOW });
    await followAll(accountId);
    const log = await logOf(accountId);
    expect(log.map(({ status }) => status)).toEqual(["done", "done", "done", "done", "done", "refused"]);
    expect(log.at(-1)).toMatchObject({ because: "chain_too_long" });
    expect(await tagsOf(contact.id)).toEqual(["t0", "t1", "t2", "t3", "t4", "t5"]);
  });

  it("one contact is followed at most so often within an hour, and again afterwards", async () => {
    const accountId = await makeAccount();
    const [often, other] = [await makeContact(accountId), await makeContact(accountId)];
    await makeRule(accountId, {}, [{ do: "resolve" }]);
    for (let time = 0; time < MAX_PER_HOUR + 2; time++) await happen(accountId, often.id);
    await happen(accountId, other.id);
    await followAll(accountId);
    const log = await logOf(accountId);
    expect(log.filter(({ status }) => status === "done")).toHaveLength(MAX_PER_HOUR + 1);
    expect(log.filter(({ because }) => because === "too_often")).toHaveLength(2);
    await happen(accountId, often.id);
    await followAll(accountId, minutesLater(61));
    expect((await logOf(accountId)).at(-1)?.status).toBe("done");
  });
});
