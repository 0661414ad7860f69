import type { Sql } from "postgres";
import { inngest } from "@/inngest/client";
import { createExecutor } from "@/inngest/embedded/executor";
import { executorSql } from "@/inngest/executor-sql";
import { FAIR_KEY } from "@/inngest/fairness";
import { functions } from "@/inngest/functions/registry";
import type { AccountId } from "@/lib/accounts/account-id";
import { createContact } from "@/lib/contacts/mutations";
import { relayOutbox } from "@/lib/engine/relay";
import { enroll } from "@/lib/enrollments/mutations";

/** The digits that differ from contact to contact, in names, numbers and addresses alike. */
export const FIRST_NUMBER = 70_000_000;

/** The ids of one run's rows, and its contact's number. */
export type Sleeper = {
  contactId: string;
  enrollmentId: string;
  conversationId: string;
  messageId: string;
  runId: string;
  number: string;
};

export type RealSleeper = Sleeper & { enrolledAt: Date };

export const phoneOf = (number: string) => `+55119${number}`;

/** One contact through the real path: made, enrolled, relayed, first step sent, asleep until the second. */
export async function makeRealSleeper(
  sql: Sql,
  account: { accountId: AccountId; actorId: string; sequenceId: string },
): Promise<RealSleeper> {
  const { accountId, actorId, sequenceId } = account;
  const number = String(FIRST_NUMBER);
  const enrolledAt = new Date();
  const { contactId } = await createContact(accountId, {
    contact: {
      name: `Ana Souza ${number}`,
      firstName: "Ana",
      phone: phoneOf(number),
      email: `ana.${number}@example.com`,
      timeZone: "",
      preferredChannel: "",
      attributes: [{ key: "plan", value: "Premium" }],
    },
    actorId,
    now: enrolledAt,
  });
  await enroll(accountId, { sequenceId, contactIds: [contactId], actorId, now: enrolledAt });
  const executor = createExecutor({ sql: executorSql(), client: inngest, functions, fairKey: FAIR_KEY });
  await relayOutbox((events) => inngest.send(events));
  await executor.runUntilIdle();
  const [row] = await sql<Omit<Sleeper, "contactId" | "number">[]>`
    select e.id as "enrollmentId", m.conversation_id as "conversationId", m.id as "messageId", r.id as "runId"
    from enrollments e join messages m on m.enrollment_id = e.id and m.status = 'sent'
    join executor.run r on r.event->'data'->>'enrollmentId' = e.id::text
    join executor.wake w on w.run_id = r.id and w.due_at > now() + interval '1 day'
    where e.contact_id = ${contactId} and e.next_action_at > now() + interval '1 day'`;
  if (!row) throw new Error("The first contact was not sent to sleep after its first step.");
  return { ...row, contactId, number, enrolledAt };
}
