import { describe, expect, it } from "vitest";
import { makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { CLAIM_MS } from "@/lib/core/attempt";
import { advance } from "./advance";
import type { Claim } from "./claim";
import { deliver } from "./deliver";
import { clockAt, later, makeWhatsapp, NOW, startRun, templateStep } from "./fixtures/arrange";
import type { InboxRow } from "./inbox";

const database = useTestDatabase();

describe("a worker that stood still for longer than a claim lives", () => {
  it("does not send when it goes on, and the record says that nothing was sent", async () => {
    const provider = await startWhatsappStub();
    const { accountId, contact, inbox, sequence, enrollmentId, run } = await startRun({
      inbox: (id) => makeWhatsapp(id, provider.url),
      steps: [templateStep(), { ...templateStep(), wait: { amount: 1, unit: "days" } }],
    });
    const stepId = sequence.snapshot.steps[0]?.id ?? "";
    const [thread] = await database.sql<{ id: string }[]>`
      insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inbox.id}, ${contact.id})
      returning id`;
    const [message] = await database.sql<{ id: string }[]>`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, attempts, claimed_at)
      values (${accountId}, ${enrollmentId}, ${contact.id}, ${stepId}, 0, 'claimed', 1, ${NOW}) returning id`;
    const [inboxRow] = await database.sql<InboxRow[]>`select * from inboxes where id = ${inbox.id}`;
    const claim: Claim = {
      ...{ accountId, enrollmentId, epoch: 0, contactId: contact.id, conversationId: thread?.id ?? "" },
      ...{
        messageId: message?.id ?? "",
        stepId,
        stepEpoch: 0,
        attempts: 1,
        inbox: inboxRow as InboxRow,
        place: null,
        dueAt: NOW,
      },
      ...{ to: contact.phone ?? "", toName: "Ana", locale: "en", noted: {}, references: [] },
      content: { type: "template", name: "follow_up", language: "en", parameters: [], text: "" },
    };
    const statuses = () => database.sql`
      select m.status, e.step_id = m.step_id as is_current from messages m join enrollments e on e.id = m.enrollment_id
      where m.enrollment_id = ${enrollmentId}`;

    const next = await advance(run, clockAt(later(CLAIM_MS)));
    expect(await statuses()).toEqual([{ status: "unknown", is_current: false }]);
    expect(await deliver(claim, clockAt(later(CLAIM_MS + 1000)))).toEqual(next);
    expect(await statuses()).toEqual([{ status: "skipped", is_current: false }]);
    expect(provider.requests).toHaveLength(0);
    await provider.close();
  });
});

describe("a text that a contact's name breaks in the middle of a character", () => {
  it("is sent all the same, and does not keep others of its batch from being sent", async () => {
    const cut = await startRun({
      contact: { firstName: "Ana 😀 Souza" },
      steps: [
        makeStep({ content: { type: "text", text: "Hi {{ contact.first_name | truncate: 5, '' }}!" } }),
      ],
    });
    await advance(cut.run, clockAt(NOW));
    const sent = await database.sql`select status from messages where enrollment_id = ${cut.enrollmentId}`;
    expect(sent).toEqual([{ status: "sent" }]);
  });
});
