import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { eraseContact } from "@/lib/contacts/erase/mutations";
import { conversationThread } from "@/lib/conversations/detail";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { clockAt, DAY, later, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { allowPrivate, HOUR } from "@/lib/engine/fixtures/drafted";
import { makeMaestro } from "@/lib/engine/fixtures/maestro";
import { receive } from "@/lib/engine/receive";
import { enroll } from "@/lib/enrollments/mutations";
import { correctMeaning } from "./mutations";
import { understandReply } from "./understand";

const database = useTestDatabase();
const restore = allowPrivate();
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
beforeEach(() => {
  model.mode("correct");
  model.asked.length = 0;
});
afterAll(async () => {
  restore();
  await model.close();
});

type Wish = { maestro?: Partial<MaestroConfig> | null; exitRules?: SequenceSnapshot["exitRules"] };

/** A contact in a run, who answers. */
async function start({ maestro = {}, ...over }: Wish = {}) {
  const accountId = await makeAccount();
  if (maestro) await makeMaestro(accountId, model.url, { classifiesReplies: true, ...maestro });
  const inbox = await makeInbox(accountId);
  const contact = await makeContact(accountId);
  const { sequenceId } = await makeSequence(accountId, over);
  const { enrolled } = await enroll(accountId, {
    sequenceId,
    contactIds: [contact.id],
    actorId: null,
    now: NOW,
  });
  const say = async (text: string, at = later(HOUR), over: Parameters<typeof messageFrom>[1] = {}) => {
    const event = messageFrom(contact.phone, { text, at, ...over });
    await receive(accountId, { inboxId: inbox.id, events: [event], now: at });
    const [row] = await database.sql<{ id: string }[]>`
      select id from conversation_messages where contact_id = ${contact.id} order by at desc limit 1`;
    return row?.id ?? "";
  };
  return { accountId, inbox, contact, runId: enrolled[0]?.enrollmentId ?? "", say };
}

const meaningOf = async (messageId: string) => {
  const [row] = await database.sql<
    { intent: string | null; intent_by: string | null; intent_data: Record<string, unknown> | null }[]
  >`select intent, intent_by, intent_data from conversation_messages where id = ${messageId}`;
  return row;
};
const toldOn = (runId: string) => database.sql<{ intent: string; by: string; actor_id: string | null }[]>`
  select because->'data'->>'intent' as intent, because->'data'->>'by' as by, actor_id from ledger
  where enrollment_id = ${runId} and kind = 'understood' order by id`;
const asked = (accountId: AccountId) => database.sql<{ data: { messageId: string } }[]>`
  select data from outbox where name = 'reply/received' and data->>'accountId' = ${accountId}`;
const understand = (accountId: AccountId, messageId: string, at = later(2 * HOUR)) =>
  understandReply(accountId, messageId, clockAt(at));

describe("a reply that a rule understands", () => {
  it("says so at once, on the thread and on the run that it ended, and Maestro is not asked", async () => {
    const { accountId, runId, say } = await start();
    const id = await say("Me chama semana que vem");
    expect(await meaningOf(id)).toEqual({
      intent: "not_now",
      intent_by: "rule",
      intent_data: { until: "2026-03-16" },
    });
    expect(await toldOn(runId)).toMatchObject([{ intent: "not_now", by: "rule" }]);
    expect(await asked(accountId)).toEqual([]);
    expect(await understand(accountId, id)).toEqual({ outcome: "not_asked" });
    expect(model.asked).toEqual([]);
    const [thread] = await database.sql<{ id: string }[]>`
      select conversation_id as id from conversation_messages where id = ${id}`;
    const { messages } = await conversationThread(accountId, thread?.id ?? "", NOW);
    expect(messages.at(-1)?.understood).toEqual({
      ...{ intent: "not_now", by: "rule", until: "2026-03-16", confidence: null },
    });
  });

  it("counts the days from the account's own day", async () => {
    const { say } = await start();
    // In São Paulo it is still the 10th.
    const id = await say("Me liga amanhã", new Date("2026-03-11T01:00:00Z"));
    expect((await meaningOf(id))?.intent_data).toEqual({ until: "2026-03-11" });
  });

  it("is an opt-out or an absence by the rules of always, whether there is a Maestro or not", async () => {
    const { accountId, say, contact } = await start({ maestro: null });
    expect(await meaningOf(await say("PARAR"))).toMatchObject({ intent: "opt_out", intent_by: "rule" });
    const [kept] = await database.sql`
      select count(*)::int as n from consents where contact_id = ${contact.id} and action = 'opt_out'`;
    expect(Number(kept?.n)).toBeGreaterThan(0);
    expect(await asked(accountId)).toEqual([]);
    const away = await start({ maestro: null });
    const id = await away.say("I am out of the office until 20 March", later(HOUR), { isAutomatic: true });
    expect(await meaningOf(id)).toMatchObject({
      intent: "out_of_office",
      intent_data: { until: "2026-03-20" },
    });
  });
});

describe("a reply that no rule understands", () => {
  it("is asked about once it is in, and told on the run that it ended, however often that comes", async () => {
    const { accountId, runId, say } = await start();
    const id = await say("Hm, yes, tell me more of it");
    expect(await asked(accountId)).toEqual([{ data: expect.objectContaining({ messageId: id }) }]);
    expect((await meaningOf(id))?.intent).toBeNull();
    expect(await understand(accountId, id)).toEqual({ outcome: "ok" });
    expect(await understand(accountId, id)).toEqual({ outcome: "not_asked" });
    expect(await meaningOf(id)).toEqual({
      intent: "interested",
      intent_by: "ai",
      intent_data: { confidence: 92 },
    });
    expect(await toldOn(runId)).toMatchObject([{ intent: "interested", by: "ai" }]);
    expect(model.asked).toHaveLength(1);
  });

  it("is understood once where two workers ask at the same moment", async () => {
    const { accountId, runId, say } = await start();
    const id = await say("Hm, yes, tell me more of it");
    const all = await Promise.all([understand(accountId, id), understand(accountId, id)]);
    const others = all.map(({ outcome }) => outcome).filter((outcome) => outcome !== "ok");
    // The second may come so late that it finds nothing left to ask.
    expect([["too_late"], ["not_asked"]]).toContainEqual(others);
    expect(await toldOn(runId)).toHaveLength(1);
  });

  it("is told on a run that it paused, too, and on none that began later", async () => {
    const started = await start({
      exitRules: { onReply: "any_channel", replyDoes: "pause", onResolution: true },
    });
    const { accountId, runId, contact, say } = started;
    const id = await say("Hm, yes, tell me more of it");
    const { sequenceId } = await makeSequence(accountId);
    const contactIds = [contact.id];
    const { enrolled } = await enroll(accountId, {
      sequenceId,
      contactIds,
      actorId: null,
      now: later(HOUR * 1.5),
    });
    await understand(accountId, id);
    expect(await toldOn(runId)).toHaveLength(1);
    expect(await toldOn(enrolled[0]?.enrollmentId ?? "")).toEqual([]);
  });

  it("never opts anybody out: that is only offered", async () => {
    const { accountId, say, contact } = await start();
    const id = await say("Hm, leave me, ok?");
    await understand(accountId, id);
    expect((await meaningOf(id))?.intent).toBe("opt_out");
    const [suppressed] = await database.sql`
      select count(*)::int as n from suppressions where account_id = ${accountId}`;
    const [consents] = await database.sql`
      select count(*)::int as n from consents where contact_id = ${contact.id}`;
    expect([suppressed, consents]).toEqual([{ n: 0 }, { n: 0 }]);
  });

  it("asks nobody where Maestro is off or does not classify, also where that came after the reply", async () => {
    const without = await start({ maestro: { classifiesReplies: false } });
    await without.say("Hm, yes, tell me more of it");
    expect(await asked(without.accountId)).toEqual([]);
    const late = await start();
    const id = await late.say("Hm, yes, tell me more of it");
    await makeMaestro(late.accountId, model.url, { classifiesReplies: true, isOn: false });
    expect(await understand(late.accountId, id)).toEqual({ outcome: "not_asked" });
    expect(model.asked).toEqual([]);
  });

  it("comes again where the model may answer later, and gives up where it will not", async () => {
    const { accountId, say } = await start();
    const id = await say("Hm, yes, tell me more of it");
    model.mode("server_error");
    await expect(understand(accountId, id)).rejects.toThrow("unavailable");
    model.mode("refusing");
    expect(await understand(accountId, id)).toEqual({ outcome: "refused" });
    model.mode("correct");
    expect(await understand(accountId, id, later(DAY))).toEqual({ outcome: "ok" });
    const poor = await start({ maestro: { dailyBudget: 0 } });
    expect(await understand(poor.accountId, await poor.say("Hm, what?"))).toEqual({ outcome: "budget" });
  });

  it("of a person who was erased meanwhile is not looked at, nor is what a late model says of it kept", async () => {
    const { accountId, say, contact } = await start();
    const id = await say("Hm, yes, tell me more of it");
    model.mode({ slowMs: 400 });
    const late = understand(accountId, id);
    while (model.asked.length === 0) await new Promise((pass) => setImmediate(pass));
    const act = { contactId: contact.id, typedName: "Ana Souza", actorId: contact.id, now: later(HOUR) };
    await eraseContact(accountId, act);
    expect(await late).toEqual({ outcome: "too_late" });
    const calls = await database.sql`select output from ai_calls where account_id = ${accountId}`;
    expect(calls).toEqual([{ output: null }]);
    expect((await meaningOf(id))?.intent).toBeNull();
    expect(await understand(accountId, id)).toEqual({ outcome: "not_asked" });
  });

  it("of another account is out of reach", async () => {
    const [mine, theirs] = [await start(), await start()];
    const id = await theirs.say("Hm, yes, tell me more of it");
    expect(await understand(mine.accountId, id)).toEqual({ outcome: "not_asked" });
    const act = {
      messageId: id,
      intent: "complaint" as const,
      until: null,
      actorId: mine.contact.id,
      now: NOW,
    };
    await expect(correctMeaning(mine.accountId, act)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a person who says it otherwise", () => {
  it("is right, also against a verdict that comes later, and it is told with who said it", async () => {
    const { accountId, runId, say } = await start();
    const id = await say("Hm, yes, tell me more of it");
    const actorId = crypto.randomUUID();
    const act = { messageId: id, intent: "not_now" as const, until: "2026-04-01", actorId, now: later(HOUR) };
    expect(await correctMeaning(accountId, act)).toEqual({ isChanged: true });
    expect(await correctMeaning(accountId, act)).toEqual({ isChanged: false });
    expect(await understand(accountId, id)).toEqual({ outcome: "not_asked" });
    expect(await meaningOf(id)).toEqual({
      ...{ intent: "not_now", intent_by: "person", intent_data: { until: "2026-04-01" } },
    });
    expect(await toldOn(runId)).toEqual([{ intent: "not_now", by: "person", actor_id: actorId }]);
  });

  it("may not say it of what the team wrote, nor of an opt-out", async () => {
    const { accountId, say } = await start();
    const id = await say("STOP");
    const act = { messageId: id, intent: "interested" as const, until: null, actorId: id, now: NOW };
    await expect(correctMeaning(accountId, act)).rejects.toMatchObject({ code: "not_found" });
  });
});
