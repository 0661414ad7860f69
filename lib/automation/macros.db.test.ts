import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { RuleAction } from "@/lib/core/model-rules";
import { listMacros, macroChoices } from "./data";
import * as macros from "./macros";
import { listRuleRuns } from "./run-log";
import { foreseeMacro, runMacro } from "./run-macro";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");

async function arrange() {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId);
  const contact = await makeContact(accountId);
  const { sequenceId } = await makeSequence(accountId, { steps: [makeStep()] });
  const conversationId = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(conversations).values({
      ...{ id: conversationId, accountId, inboxId: inbox.id, contactId: contact.id },
      ...{ lastMessageAt: NOW, lastInboundAt: NOW },
    }),
  );
  const actorId = await makeMember(accountId, "agent");
  const actions: RuleAction[] = [
    { do: "send_message", text: "Here are our prices, {{ contact.first_name }}. {{ agent.name }}" },
    { do: "enroll", sequenceId },
    { do: "add_tag", tag: "prices" },
    { do: "resolve" },
  ];
  const by = { actorId, canManage: true, now: NOW };
  const macro = { name: "Prices", actions, isShared: true };
  const { id: macroId } = await macros.createMacro(accountId, { macro, ...by });
  return { accountId, contactId: contact.id, conversationId, actorId, macroId, by, macro };
}

describe("a macro", () => {
  it("does its actions in order for the person who runs it, and stands in the log", async () => {
    const { accountId, conversationId, actorId, macroId } = await arrange();
    const asked = { macroId, conversationId, actorId, now: NOW };
    expect(await foreseeMacro(accountId, asked)).toMatchObject([
      { do: "send_message", outcome: "ready", data: { text: "Here are our prices, Ana. Member agent" } },
      { do: "enroll", outcome: "ready" },
      { do: "add_tag", outcome: "ready" },
      { do: "resolve", outcome: "ready" },
    ]);
    expect(await database.sql`select from rule_runs where account_id = ${accountId}`).toHaveLength(0);

    const { runId, results } = await runMacro(accountId, asked);
    expect(results.map(({ outcome }) => outcome)).toEqual(["done", "done", "done", "done"]);
    const said =
      await database.sql`select author_id from conversation_messages where account_id = ${accountId}`;
    expect(said).toMatchObject([{ author_id: actorId }]);
    const runs = await database.sql`
      select status, method, enrolled_by from enrollments where account_id = ${accountId}`;
    expect(runs).toMatchObject([{ method: "macro", enrolled_by: actorId }]);
    const log = await listRuleRuns(accountId, { macro: macroId }, {});
    expect(log.rows).toMatchObject([
      { id: runId, name: "Prices", status: "done", actor: "Member agent", causes: [] },
    ]);
    expect((await listRuleRuns(accountId, { status: "failed" }, {})).count).toBe(0);
  });

  it("can be run again, and says what was done already", async () => {
    const { accountId, conversationId, actorId, macroId } = await arrange();
    const asked = { macroId, conversationId, actorId, now: NOW };
    await runMacro(accountId, asked);
    const { results } = await runMacro(accountId, asked);
    expect(results.map(({ code }) => code)).toEqual([
      "sent",
      "already_enrolled",
      "tagged_already",
      "resolved_already",
    ]);
  });

  it("is not run in another account's thread, when archived, or when it is somebody else's own", async () => {
    const ours = await arrange();
    const { accountId, conversationId, actorId, macroId, by, macro } = ours;
    const theirs = await arrange();
    const run = (over: Partial<Parameters<typeof runMacro>[1]>) =>
      runMacro(accountId, { macroId, conversationId, actorId, now: NOW, ...over });
    await expect(run({ conversationId: theirs.conversationId })).rejects.toMatchObject({ code: "not_found" });
    await expect(run({ macroId: theirs.macroId })).rejects.toMatchObject({ code: "not_found" });
    const own = await macros.createMacro(accountId, { macro: { ...macro, isShared: false }, ...by });
    await expect(run({ macroId: own.id, actorId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
    await macros.archiveMacro(accountId, { macroId, ...by });
    await expect(run({})).rejects.toMatchObject({ code: "not_found" });
    expect(await macroChoices(accountId, actorId)).toMatchObject([{ id: own.id, isShared: false }]);
    expect(await macroChoices(accountId, randomUUID())).toEqual([]);
  });
});

describe("who may write macros", () => {
  it("anybody who replies their own, only those who manage automation everybody's", async () => {
    const { accountId, macroId, macro, actorId } = await arrange();
    const agent = { actorId, canManage: false, now: NOW };
    await expect(macros.createMacro(accountId, { macro, ...agent })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(macros.updateMacro(accountId, { macro, macroId, ...agent })).rejects.toMatchObject({
      code: "forbidden",
    });
    const own = { ...macro, isShared: false };
    await expect(macros.updateMacro(accountId, { macro: own, macroId, ...agent })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(macros.archiveMacro(accountId, { macroId, ...agent })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await macros.createMacro(accountId, { macro: own, ...agent });
    await macros.updateMacro(accountId, { macro: { ...own, name: "Mine" }, macroId: id, ...agent });
    await expect(
      macros.updateMacro(accountId, {
        macro: own,
        macroId: id,
        actorId: randomUUID(),
        canManage: true,
        now: NOW,
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    await macros.archiveMacro(accountId, { macroId: id, ...agent });
    await macros.restoreMacro(accountId, { macroId: id, ...agent });
    const names = (await listMacros(accountId, { userId: actorId, isArchived: false })).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["Mine", "Prices"]);
  });

  it("refuses what is missing with its place", async () => {
    const { accountId, by } = await arrange();
    const macro = {
      name: "X",
      actions: [{ do: "send_message" as const, text: "{{ deal.title }}" }],
      isShared: true,
    };
    await expect(macros.createMacro(accountId, { macro, ...by })).rejects.toMatchObject({
      fields: { "actions.0": expect.stringContaining("publish.unknown_variable") },
    });
  });
});
