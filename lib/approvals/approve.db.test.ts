import { describe, expect, it } from "vitest";
import { makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { later, MINUTE, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { stopEnrollments } from "@/lib/enrollments/control";
import { type Drafted, drafted, rowOf, sentOf, TEXT, toldOf, turn, wokenOf } from "./fixtures/drafted";
import { reassignDraft } from "./hand-on";
import { approveDraft, discardDraft } from "./mutations";

const database = useTestDatabase();
const now = later(MINUTE);
const approve = (one: Drafted, over: Partial<Parameters<typeof approveDraft>[1]> = {}) =>
  approveDraft(one.accountId, {
    ...{ ...one.by, revision: 0, text: TEXT, subject: null, vouched: [], now },
    ...over,
  });
const nameOf = async (userId: string) =>
  (await database.sql`select name from users where id = ${userId}`)[0]?.name;

describe("an approval", () => {
  it("is of exactly this text, which goes out when the run is asked again", async () => {
    const one = await drafted();
    expect(await approve(one)).toMatchObject({ kind: "done", revision: 1, verdict: "approved" });
    expect(await rowOf(database.sql, one)).toMatchObject({
      ...{
        status: "approved",
        text: TEXT,
        origin: "ai",
        decided_by: one.actorId,
        decided_at: now,
        revision: 1,
      },
    });
    expect(await toldOf(database.sql, one)).toMatchObject([
      { kind: "approved", actorId: one.actorId, code: "approved", data: { isEdited: false, vouched: null } },
    ]);
    expect(await wokenOf(database.sql, one)).toBe(1);
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: TEXT, status: "sent" }]);
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "used" });
  });

  it("of an edited text keeps what Maestro wrote beside it, to learn from", async () => {
    const one = await drafted();
    const text = "Hello Ana,\n\ncan I help you?  ";
    await approve(one, { text });
    expect(await rowOf(database.sql, one)).toMatchObject({ text, origin: "person", written_text: TEXT });
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text }]);
  });

  it("leaves the subject to emails", async () => {
    const chat = await drafted();
    await approve(chat, { subject: "Hello" });
    expect(await rowOf(database.sql, chat)).toMatchObject({ subject: null, origin: "ai" });
    const mail = await drafted({ channel: "email", subject: "Hello", writtenSubject: "Hello" });
    await approve(mail, { subject: "Your question" });
    expect(await rowOf(database.sql, mail)).toMatchObject({ subject: "Your question", origin: "person" });
  });

  it("puts the edited text back to Maestro's where it is Maestro's again", async () => {
    const one = await drafted({ text: "Something else?", writtenText: TEXT, origin: "person" });
    await approve(one);
    expect(await rowOf(database.sql, one)).toMatchObject({ text: TEXT, origin: "ai" });
  });

  it("takes from the guard what nobody can vouch for", async () => {
    const one = await drafted();
    for (const text of ["", "   \n "]) {
      const refused = await approve(one, { text, vouched: [""] });
      expect(refused).toMatchObject({ kind: "refused", isHard: true, findings: [{ code: "empty" }] });
    }
    const blank = await approve(one, {
      text: "Hello {{ contact.first_name }}",
      vouched: ["{{ contact.first_name }}"],
    });
    expect(blank).toMatchObject({ kind: "refused", isHard: true });
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "open", revision: 0, text: TEXT });
    expect(await toldOf(database.sql, one)).toEqual([]);
    expect(await wokenOf(database.sql, one)).toBe(0);
  });

  it("of words that no fact supports needs them vouched for, exactly, and keeps which ones", async () => {
    const one = await drafted();
    const text = "Hello Ana, today you get 35% off.";
    const refused = await approve(one, { text });
    if (refused.kind !== "refused") throw new Error("It was not refused.");
    expect(refused).toMatchObject({ isHard: false });
    expect(refused.findings.map(({ words }) => words)).toContain("35%");
    expect(await approve(one, { text, vouched: ["40%", "off"] })).toMatchObject({ kind: "refused" });
    const vouched = [...refused.findings.map(({ words }) => words), "never said"];
    expect(await approve(one, { text, vouched })).toMatchObject({ kind: "done" });
    const kept = refused.findings.map(({ words }) => words);
    expect(await rowOf(database.sql, one)).toMatchObject({ vouched: kept });
    expect(await toldOf(database.sql, one)).toMatchObject([{ data: { vouched: kept.join(" · ") } }]);
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text, status: "sent" }]);
  });

  it("counts from what is known when it is given: a fact that has changed since does not bring it back", async () => {
    const facts = [{ name: "contact.name", kind: "name" as const, value: "Somebody else" }];
    const one = await drafted({ facts });
    await approve(one);
    await turn(one);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: TEXT, status: "sent" }]);
  });

  it("of a text that was changed between reading and deciding is refused, by whose hand", async () => {
    const one = await drafted();
    const other = await makeMember(one.accountId, "manager");
    await reassignDraft(one.accountId, {
      id: one.draft.id,
      revision: 0,
      actorId: other,
      assigneeId: other,
      now,
    });
    await expect(approve(one)).rejects.toMatchObject({
      ...{ code: "conflict", message: "draft_changed" },
      data: { by: await nameOf(other), what: "reassigned" },
    });
    expect(await approve(one, { revision: 1 })).toMatchObject({ kind: "done" });
  });

  it("that comes second is told by whom and how it was decided", async () => {
    const one = await drafted();
    await approve(one);
    const decided = { code: "conflict", message: "draft_decided" };
    const data = { by: await nameOf(one.actorId), what: "approved", at: now.toISOString() };
    await expect(approve(one)).rejects.toMatchObject({ ...decided, data });
    await expect(approve(one, { revision: 1 })).rejects.toMatchObject({ ...decided, data });
    const gone = await drafted();
    await discardDraft(gone.accountId, { ...gone.by, revision: 0, stopsRun: false, now });
    await expect(approve(gone)).rejects.toMatchObject({ ...decided, data: { what: "discarded" } });
  });

  it("is not possible from another account, nor of a draft that does not exist", async () => {
    const [one, stranger] = [await drafted(), await drafted()];
    await expect(approve({ ...one, accountId: stranger.accountId })).rejects.toMatchObject({
      code: "not_found",
    });
    const id = "01890000-0000-7000-8000-000000000000";
    await expect(approve(one, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "open" });
  });
});

describe("what happens between the draft and its approval", () => {
  it("a reply ends the run: the approval is refused with the reason and nothing goes out", async () => {
    const one = await drafted();
    const events = [messageFrom(one.contact.phone)];
    await receive(one.accountId, { inboxId: one.inbox.id, events, now: later(6_000) });
    await expect(approve(one)).rejects.toMatchObject({
      ...{ code: "conflict", message: "draft_withdrawn", data: { reason: "replied" } },
    });
    await turn(one);
    expect(await sentOf(database.sql, one)).toEqual([]);
  });

  it("a reply after the approval and before the run is asked lets nothing go out either", async () => {
    const one = await drafted();
    await approve(one, { now: later(1_000) });
    const events = [messageFrom(one.contact.phone)];
    await receive(one.accountId, { inboxId: one.inbox.id, events, now: later(6_000) });
    expect(await turn(one)).toMatchObject({ kind: "end" });
    expect(await sentOf(database.sql, one)).toEqual([]);
    expect(await rowOf(database.sql, one)).toMatchObject({
      status: "withdrawn",
      withdrawn_because: "replied",
    });
  });

  it("a stop of the run takes the draft out of everybody's hands", async () => {
    const one = await drafted();
    await stopEnrollments(one.accountId, { ids: [one.enrollmentId], actorId: one.actorId, now });
    await expect(approve(one)).rejects.toMatchObject({ data: { reason: "stopped" } });
    const discarding = discardDraft(one.accountId, { ...one.by, revision: 0, stopsRun: false, now });
    await expect(discarding).rejects.toMatchObject({ message: "draft_withdrawn" });
  });

  it("an approval before the step is due waits for its moment", async () => {
    const one = await drafted({ dueAt: later(3_600_000) });
    await database.sql`
      update enrollments set due_at_override = ${later(3_600_000)} where id = ${one.enrollmentId}`;
    await approve(one);
    expect(await turn(one)).toEqual({ kind: "wait", until: later(3_600_000).toISOString() });
    await turn(one, later(3_600_000));
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: TEXT, status: "sent" }]);
  });
});

describe("two people at once", () => {
  it("exactly one decides, and the other is told who did", async () => {
    const winners = { approved: 0, discarded: 0 };
    for (let round = 0; round < 15; round++) {
      const one = await drafted();
      const other = await makeMember(one.accountId, "manager");
      const decide = [
        () => approve(one),
        () =>
          discardDraft(one.accountId, {
            id: one.draft.id,
            actorId: other,
            revision: 0,
            stopsRun: false,
            now,
          }),
      ];
      const order = round % 2 === 0 ? decide : decide.toReversed();
      const results = await Promise.allSettled(order.map((act) => act()));
      const [won, lost] = [
        results.filter((result) => result.status === "fulfilled"),
        results.filter((result) => result.status === "rejected"),
      ];
      expect([won.length, lost.length]).toEqual([1, 1]);
      const row = await rowOf(database.sql, one);
      const what = row.status === "approved" ? "approved" : "discarded";
      winners[what] += 1;
      expect(row).toMatchObject({ status: what, revision: 1 });
      expect(lost[0]?.reason).toMatchObject({
        ...{ code: "conflict", message: "draft_decided" },
        data: { what, by: await nameOf(what === "approved" ? one.actorId : other) },
      });
      expect(await toldOf(database.sql, one)).toHaveLength(1);
    }
    expect(winners.approved + winners.discarded).toBe(15);
  });

  it("the same approval sent twice sends once", async () => {
    const one = await drafted();
    const results = await Promise.allSettled([approve(one), approve(one), approve(one)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await Promise.all([turn(one), turn(one), turn(one)]);
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: TEXT, status: "sent" }]);
  });

  it("and a reply at the same moment: whatever comes first, nothing goes out after the reply", async () => {
    for (let round = 0; round < 10; round++) {
      const one = await drafted();
      const events = [messageFrom(one.contact.phone)];
      await Promise.allSettled([
        receive(one.accountId, { inboxId: one.inbox.id, events, now: later(6_000) }),
        approve(one, { now: NOW }),
      ]);
      await turn(one);
      expect(await sentOf(database.sql, one)).toEqual([]);
    }
  });
});
