import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { makeWaiting } from "@/lib/notifications/fixtures/telling";
import { responsibleFor } from "./responsible";

const database = useTestDatabase();

async function arrange() {
  const accountId = await makeAccount();
  const { run, contact, inbox } = await makeWaiting(accountId);
  const conversationId = randomUUID();
  await database.sql`
    insert into conversations (id, account_id, inbox_id, contact_id)
    values (${conversationId}, ${accountId}, ${inbox.id}, ${contact.id})`;
  const people = {
    ofRun: await makeMember(accountId, "agent"),
    ofThread: await makeMember(accountId, "agent"),
    ofSequence: await makeMember(accountId, "manager"),
    ofMaestro: await makeMember(accountId),
  };
  const assign = async (of: { run?: string | null; thread?: string | null }) => {
    await database.sql`update enrollments set assignee_id = ${of.run ?? null} where id = ${run.id}`;
    await database.sql`update conversations set assignee_id = ${of.thread ?? null} where id = ${conversationId}`;
  };
  const ask = (named: { sequence?: string; maestro?: string } = {}) =>
    withAccountSql(accountId, (tx) =>
      responsibleFor(tx, {
        ...{ enrollmentId: run.id, conversationId },
        defaultAssigneeId: named.sequence ?? null,
        defaultApproverId: named.maestro ?? null,
      }),
    );
  return { accountId, people, assign, ask };
}

describe("who is to decide", () => {
  it("is whoever has the run, then the conversation, then whom the sequence and the settings name", async () => {
    const { people, assign, ask } = await arrange();
    const named = { sequence: people.ofSequence, maestro: people.ofMaestro };
    await assign({ run: people.ofRun, thread: people.ofThread });
    expect(await ask(named)).toBe(people.ofRun);
    await assign({ thread: people.ofThread });
    expect(await ask(named)).toBe(people.ofThread);
    await assign({});
    expect(await ask(named)).toBe(people.ofSequence);
    expect(await ask({ maestro: people.ofMaestro })).toBe(people.ofMaestro);
    expect(await ask()).toBeNull();
  });

  it("passes over who has left, may not decide or belongs to another account", async () => {
    const { accountId, people, assign, ask } = await arrange();
    const viewer = await makeMember(accountId, "viewer");
    const stranger = await makeMember(await makeAccount());
    await assign({ run: viewer, thread: stranger });
    expect(await ask({ sequence: randomUUID(), maestro: people.ofMaestro })).toBe(people.ofMaestro);
    await database.sql`delete from members where user_id = ${people.ofMaestro}`;
    expect(await ask({ maestro: people.ofMaestro })).toBeNull();
  });
});
