import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeContact, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, later, MINUTE, messageFrom, NOW } from "./fixtures/arrange";
import { allowPrivate, decideOn, HOUR, startDrafted } from "./fixtures/drafted";
import { receive } from "./receive";

const database = useTestDatabase();
const { approve } = decideOn(database);
const restore = allowPrivate();
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
afterAll(async () => {
  restore();
  await model.close();
});

const AHEAD = later(HOUR);
const start = (wish: Parameters<typeof startDrafted>[1] = {}) => startDrafted(model.url, wish);

describe("what Maestro is shown", () => {
  it("is the thread both ways, what the run said, the language of the contact and how people changed its words", async () => {
    const followUp = makeStep({
      wait: { amount: 2, unit: "hours" },
      compose: { mode: "ai_assisted", instruction: "Ask again." },
    });
    const started = await start({
      ...{ steps: [makeStep({ content: { type: "text", text: "First words" } }), followUp] },
      exitRules: { onReply: "off", replyDoes: "end", onResolution: false },
      maestro: { learnsFromEdits: true, voice: "Warm." },
    });
    const { accountId, inbox, contact, run } = started;
    await advance(run, clockAt(NOW));
    const says = messageFrom(contact.phone, {
      at: later(MINUTE),
      text: "Quanto custa? Ainda estou pensando na proposta.",
    });
    await receive(accountId, { inboxId: inbox.id, now: later(MINUTE), events: [says] });
    const before = model.asked.length;
    await advance(run, clockAt(AHEAD));
    const asked = model.asked[before];
    expect(asked?.prompt).toContain("First words");
    expect(asked?.prompt).toContain("Quanto custa?");
    expect(asked?.system).toContain("Warm.");
    const [draft] =
      await database.sql`select language, conversation_id from drafts where enrollment_id = ${run.enrollmentId}`;
    expect(draft?.language).toBe("pt-BR");
    expect(draft?.conversation_id).toEqual(expect.any(String));
    await approve(started, AHEAD, "Olá Ana, posso ajudar?");
    // The next contact's draft learns from it.
    const other = await makeContact(accountId);
    const { enrolled } = await enroll(accountId, {
      ...{ sequenceId: started.sequence.sequenceId, contactIds: [other.id], actorId: null, now: NOW },
    });
    const next = { accountId, enrollmentId: enrolled[0]?.enrollmentId ?? "", driver: 1 };
    await advance(next, clockAt(NOW));
    await advance(next, clockAt(AHEAD));
    expect(model.asked.at(-1)?.prompt).toContain("posso ajudar?");
    expect(model.asked.at(-1)?.prompt).not.toContain("Quanto custa?");
  });
});
