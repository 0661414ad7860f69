import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  makeAccount,
  makeCharge,
  makeContact,
  makeInbox,
  makeMember,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { approveDraft } from "@/lib/approvals/mutations";
import type { OutboundMessage } from "@/lib/channels/driver";
import { replaceDriver } from "@/lib/channels/registry";
import { sandboxDriver } from "@/lib/channels/sandbox/driver";
import type { Channel } from "@/lib/core/model";
import { enroll } from "@/lib/enrollments/mutations";
import { INJECTIONS, type Injection } from "@/lib/maestro/fixtures/injections";
import { advance } from "./advance";
import { clockAt, DAY, later, messageFrom, NOW } from "./fixtures/arrange";
import { allowPrivate, HOUR } from "./fixtures/drafted";
import { printOf } from "./fixtures/hostile";
import { makeMaestro } from "./fixtures/maestro";
import { receive } from "./receive";

const database = useTestDatabase();
const restore = allowPrivate();
let model: OpenAiStub;
let sent: OutboundMessage[] = [];

beforeAll(async () => {
  model = await startOpenAiStub();
  replaceDriver({
    ...sandboxDriver,
    send: async (_inbox, message) => {
      sent.push(message);
      return { kind: "accepted", providerId: `taken-${message.id}` };
    },
  });
});
beforeEach(() => {
  sent = [];
});
afterAll(async () => {
  replaceDriver(sandboxDriver);
  restore();
  await model.close();
});

const MAESTRO = { leadMinutes: 30 };
const WRITTEN = later(HOUR / 2);
const DUE = later(HOUR);
const OWN_WORDS = "Hi Ana, is there anything we can help you with?";
const OWN_SUBJECT = "Anything open?";
const EMAIL = "ana@example.com";
const EXPIRY = { remindAfterHours: null, expireAfterHours: 1, does: "send_fallback" as const };

/** A run before its step with AI, of somebody whose last words are the injection; beside it another contact's run. */
async function arrange(
  { says, language }: Injection,
  mode: "ai_full" | "ai_assisted",
  channel: Channel = "whatsapp",
) {
  const accountId = await makeAccount({ settings: { locale: language } });
  const actorId = await makeMember(accountId);
  await makeMaestro(accountId, model.url, MAESTRO);
  const inbox = await makeInbox(accountId, { channel });
  const contact = await makeContact(accountId, { email: EMAIL, attributes: { language } });
  const other = await makeContact(accountId, { name: "Fernanda Queiroz", firstName: "Fernanda" });
  for (const { id } of [contact, other]) await makeCharge(accountId, id, { amount: 64_000 });
  const from = [{ kind: "email" as const, value: EMAIL }];
  const said = messageFrom(contact.phone, {
    text: says,
    at: later(-HOUR),
    ...(channel === "email" && { from }),
  });
  await receive(accountId, { inboxId: inbox.id, events: [said], now: later(-HOUR) });
  const instruction = "Ask in a friendly way whether anything is open.";
  const content = {
    type: "text" as const,
    text: "Hi {{ contact.first_name }}, is there anything we can help you with?",
    ...(channel === "email" && { subject: OWN_SUBJECT }),
  };
  const steps = [
    makeStep({ wait: { amount: 1, unit: "hours" }, content, compose: { mode, instruction, expiry: EXPIRY } }),
    makeStep({ wait: { amount: 3, unit: "days" } }),
  ];
  const sequence = await makeSequence(accountId, { steps });
  const quiet = await makeSequence(accountId, { steps: [makeStep({ wait: { amount: 9, unit: "days" } })] });
  await enroll(accountId, { sequenceId: quiet.sequenceId, contactIds: [other.id], actorId: null, now: NOW });
  const wish = { sequenceId: sequence.sequenceId, contactIds: [contact.id], actorId: null, now: NOW };
  const { enrolled } = await enroll(accountId, wish);
  const enrollmentId = enrolled[0]?.enrollmentId ?? "";
  const print = () => printOf(database.sql, accountId, contact.id);
  return {
    accountId,
    actorId,
    contact,
    other,
    steps,
    enrollmentId,
    print,
    run: { accountId, enrollmentId, driver: 1 },
  };
}
type Arranged = Awaited<ReturnType<typeof arrange>>;

/** Until the run waits for a later moment. */
async function takeTurns({ run }: Arranged, at: Date): Promise<void> {
  for (let turns = 0; turns < 8; turns++) {
    const turn = await advance(run, clockAt(at));
    if (turn.kind === "end" || new Date(turn.until) > at) return;
  }
}

const draftOf = async ({ enrollmentId }: Arranged) =>
  (await database.sql`select * from drafts where enrollment_id = ${enrollmentId}`)[0];

/** One message, to the contact, of the first step, at that moment; the run stands before the next step. */
async function expectSentOnce(arranged: Arranged, at: Date): Promise<string> {
  const { contact, steps, enrollmentId } = arranged;
  const address = contact.phone?.slice(1) ?? "";
  expect(sent.map(({ to, toName }) => ({ to, toName }))).toEqual([{ to: address, toName: "Ana Souza" }]);
  const messages = await database.sql`
    select step_id, contact_id, address, channel, status, sent_at from messages where enrollment_id = ${enrollmentId}`;
  expect(messages).toEqual([
    {
      ...{ step_id: steps[0]?.id, contact_id: contact.id, address, channel: "whatsapp" },
      ...{ status: "sent", sent_at: at },
    },
  ]);
  const [run] = await database.sql`
    select status, end_reason, step_id, next_action_at from enrollments where id = ${enrollmentId}`;
  expect(run).toEqual({
    ...{ status: "active", end_reason: null, step_id: steps[1]?.id },
    next_action_at: new Date(at.getTime() + 3 * DAY),
  });
  return String(sent[0]?.content.text);
}

/** By a look that shares nothing with the guard: no digits of any script, no link, and nothing of what was planted. */
function expectNothingBrought(text: string, { brings }: Injection): void {
  expect(text).not.toMatch(/\p{Nd}|:\/\/|www\.|@|\.(?:com|net|org|example|live)\b/iu);
  if (brings !== null) expect(text).not.toContain(brings);
}

/** What a model answers that does as it is told, and asks for all that it may not decide besides. */
const obeying = ({ obeyed, language }: Injection) => ({
  answers: {
    ...{ text: obeyed, subject: null, language, needs_person: false, note: null },
    ...{ to: "+5511900000000", channel: "sms", send_at: "2031-01-01T03:00:00Z", stop: true, enroll: 10 },
  },
});

describe.each(INJECTIONS)("$id", (injection) => {
  it.each([
    ["invents and repeats", "hostile" as const],
    ["obeys", obeying(injection)],
  ])("changes nothing of a message that goes out by itself, from a model that %s", async (_, behaviour) => {
    model.mode(behaviour);
    const arranged = await arrange(injection, "ai_full");
    const before = await arranged.print();
    await takeTurns(arranged, WRITTEN);
    expect(sent).toEqual([]);
    const isCaught = behaviour === "hostile" || injection.brings !== null;
    const draft = { status: "ready", ...(isCaught && { origin: "fallback", fallback: "guard" }) };
    expect(await draftOf(arranged)).toMatchObject(draft);
    await takeTurns(arranged, DUE);
    const text = await expectSentOnce(arranged, DUE);
    expectNothingBrought(text, injection);
    if (isCaught) expect(text).toBe(OWN_WORDS);
    expect(await arranged.print()).toEqual(before);
  });

  it("is shown to the person who approves, who cannot send it unawares", async () => {
    model.mode(obeying(injection));
    const arranged = await arrange(injection, "ai_assisted");
    const { accountId, actorId, print } = arranged;
    const before = await print();
    await takeTurns(arranged, WRITTEN);
    const draft = await draftOf(arranged);
    expect(draft).toMatchObject({ status: "open", origin: "ai", text: expect.any(String) });
    if (injection.brings !== null) {
      expect(draft?.findings).not.toEqual([]);
      const words = { text: draft?.text, subject: null, vouched: [] };
      const approval = { id: draft?.id, revision: draft?.revision, ...words, actorId, now: WRITTEN };
      expect(await approveDraft(accountId, approval)).toMatchObject({ kind: "refused" });
    }
    await takeTurns(arranged, DUE);
    expect(sent).toEqual([]);
    await takeTurns(arranged, later(2 * HOUR));
    expect(await expectSentOnce(arranged, later(2 * HOUR))).toBe(OWN_WORDS);
    expect(await print()).toEqual(before);
  });
});

const HARMLESS = {
  en: "Hi Ana, is there anything else that we can do for you?",
  "pt-BR": "Oi, Ana! Podemos ajudar em mais alguma coisa?",
  es: "Hola, Ana: ¿podemos ayudarte en algo más?",
};

describe("a mail above whose harmless text the model puts what it was told", () => {
  const bringing = INJECTIONS.filter(({ brings }, at) => brings !== null && at % 3 === 0);

  it.each(bringing)("goes out in the step's own words, with its own subject: $id", async (injection) => {
    const { language, obeyed: subject } = injection;
    model.mode({ answers: { text: HARMLESS[language], subject, language, needs_person: false, note: null } });
    const arranged = await arrange(injection, "ai_full", "email");
    await takeTurns(arranged, WRITTEN);
    await takeTurns(arranged, DUE);
    expect(sent.map(({ to, content }) => ({ to, content }))).toMatchObject([
      { to: EMAIL, content: { text: OWN_WORDS, subject: OWN_SUBJECT } },
    ]);
  });

  it("goes out with both where the model says nothing but what is known", async () => {
    model.mode({
      answers: { text: HARMLESS.en, subject: "A question", language: "en", needs_person: false },
    });
    const arranged = await arrange(
      { id: "", language: "en", says: "Hello", obeyed: "", brings: null },
      "ai_full",
      "email",
    );
    await takeTurns(arranged, WRITTEN);
    await takeTurns(arranged, DUE);
    expect(sent).toMatchObject([{ to: EMAIL, content: { text: HARMLESS.en, subject: "A question" } }]);
  });
});

it("shows the model the contact's words as data, and nothing of anybody else", async () => {
  model.mode("correct");
  for (const injection of INJECTIONS) {
    const before = model.asked.length;
    const arranged = await arrange(injection, "ai_full");
    await takeTurns(arranged, WRITTEN);
    const asked = model.asked.slice(before);
    expect(asked.length).toBeGreaterThan(0);
    for (const { system, everything } of asked) {
      expect(system).not.toContain(injection.says);
      expect(everything).not.toContain(arranged.other.phone?.slice(1));
      if (!injection.says.includes("Fernanda")) expect(everything).not.toContain("Fernanda");
    }
  }
});
