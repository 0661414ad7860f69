import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeAppointment,
  makeCharge,
  makeContact,
  makeDeal,
  makeEnrollment,
  makeInbox,
  makeSequence,
} from "@/db/factories";
import {
  attributeDefinitions,
  bulkActs,
  bulkEnrollments,
  contactIdentities,
  contactImports,
  conversationMessages,
  conversations,
  macros,
  rules,
  runActs,
  stages,
  templates,
  versionMoves,
} from "@/db/schema/tables";
import { executorSql } from "@/inngest/executor-sql";
import type { AccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";
import { addPipeline, addStage } from "@/lib/records/stages";
import { headers } from "./next-headers";
import { makeDelivery } from "./tenant-delivery";
import { makeSegment, makeView } from "./tenant-filters";
import { makeDrafts, makeNotification, makeQuestions, makeSuggestions } from "./tenant-waiting";

/** An account with one of everything. `canary` stands in every name, so that a leak shows in any answer. */
export type Tenant = Awaited<ReturnType<typeof makeTenant>>;

/** Calls one door in the account of the slug with the ids of `of`, as a person there would for their own. */
export type TenantCall = (account: string, of: Tenant) => Promise<unknown>;

/**
 * One call per door: an action by its name, a route as `GET contacts/options` (below `app/api/a/[account]`). Whose
 * session it is, and what must come of it, is the matrix's affair.
 */
export type TenantRows = Record<string, TenantCall>;

export async function makeTenant() {
  const canary = `canary-${randomUUID().slice(0, 8)}`;
  const accountId = await makeAccount({ name: `Account ${canary}` });
  const contact = await makeContact(accountId, {
    name: `Contact ${canary}`,
    firstName: canary,
    tags: ["old"],
    assigneeId: randomUUID(),
  });
  const other = await makeContact(accountId, { name: `Second ${canary}`, firstName: canary });
  const inbox = await makeInbox(accountId, { name: `Inbox ${canary}` });
  const sequence = await makeSequence(accountId);
  const enrollment = await makeEnrollment(accountId, sequence, contact.id);
  const conversationId = await makeConversation(accountId, inbox.id, contact.id);
  const deal = await makeDeal(accountId, contact.id, { title: `Deal ${canary}` });
  return {
    canary,
    accountId,
    slug: `t-${accountId}`,
    contactId: contact.id,
    /** An older email of the contact, which can go. */
    identityId: await makeIdentity(accountId, contact.id, `${canary}@example.com`),
    /** A contact without a run. */
    freeContactId: other.id,
    inboxId: inbox.id,
    conversationId,
    /** With a picture that the contact sent. */
    messageId: await makeMessage(
      { accountId, inboxId: inbox.id, contactId: contact.id, conversationId },
      canary,
    ),
    dealId: deal.id,
    stageId: deal.stageId,
    ...(await addFreePipeline(accountId, deal.stageId)),
    appointmentId: (await makeAppointment(accountId, contact.id, { title: `Appointment ${canary}` })).id,
    attributeId: await makeAttribute(accountId, "plan", canary),
    archivedAttributeId: await makeAttribute(accountId, "tier", canary, new Date()),
    segmentId: await makeSegment(accountId, canary),
    viewId: await makeView(accountId, canary),
    chargeId: (await makeCharge(accountId, contact.id)).id,
    templateId: await makeTemplate(accountId, canary),
    archivedTemplateId: await makeTemplate(accountId, canary, new Date()),
    sequenceId: sequence.sequenceId,
    versionId: sequence.versionId,
    moveId: await makeMove(accountId, sequence),
    importId: await makeImport(accountId),
    snapshot: sequence.snapshot,
    enrollmentId: enrollment.id,
    deliveryId: await makeDelivery(accountId, { inboxId: inbox.id, enrollmentId: enrollment.id, canary }),
    ...(await makeActs(accountId, sequence.sequenceId)),
    ...(await makeAutomation(accountId, canary)),
    runId: await makeRun(accountId, enrollment.id),
    ...(await makeSuggestions(accountId, {
      ...{ sequenceId: sequence.sequenceId, conversationId, contactId: other.id, inboxId: inbox.id, canary },
    })),
    ...(await makeDrafts(accountId, { inboxId: inbox.id, enrollment, sequence, canary })),
    notificationId: await makeNotification(accountId, contact.id, canary),
    ...(await makeQuestions(accountId, { inboxId: inbox.id, conversationId, enrollment, sequence, canary })),
  };
}

/** The pipeline of the stage, and another one in which there is no deal. */
async function addFreePipeline(accountId: AccountId, stageId: string) {
  const free = await addPipeline(accountId, { name: "Renewals", stageName: "Due" });
  const added = await addStage(accountId, { pipelineId: free.id, name: "Signing" });
  const [known] = await withAccount(accountId, (tx) =>
    tx.select({ pipelineId: stages.pipelineId }).from(stages).where(eq(stages.id, stageId)),
  );
  return { pipelineId: known?.pipelineId ?? "", freePipelineId: free.id, freeStageId: added.id };
}

async function makeTemplate(accountId: AccountId, name: string, archivedAt?: Date): Promise<string> {
  const id = randomUUID();
  const texts = { en: { text: `Hello from ${name}` } };
  await withAccount(accountId, (tx) =>
    tx.insert(templates).values({ id, accountId, name, category: "greeting", texts, archivedAt }),
  );
  return id;
}

async function makeAttribute(accountId: AccountId, key: string, label: string, archivedAt?: Date) {
  const id = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(attributeDefinitions).values({ id, accountId, key, label, type: "text", archivedAt }),
  );
  return id;
}

async function makeImport(accountId: AccountId): Promise<string> {
  const id = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(contactImports).values({ id, accountId, status: "done", importedAt: new Date() }),
  );
  return id;
}

async function makeIdentity(accountId: AccountId, contactId: string, value: string): Promise<string> {
  const id = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(contactIdentities).values({ id, accountId, contactId, kind: "email", value }),
  );
  return id;
}

/** A rule that is off and one that is archived, a macro of everybody's and one that is archived. */
async function makeAutomation(accountId: AccountId, canary: string) {
  const ids = {
    ...{ ruleId: randomUUID(), archivedRuleId: randomUUID() },
    ...{ macroId: randomUUID(), archivedMacroId: randomUUID() },
  };
  const trigger = { event: "contact.created" as const, match: "all" as const, conditions: [] };
  const actions = [{ do: "add_tag" as const, tag: canary }];
  const archivedAt = new Date();
  await withAccount(accountId, async (tx) => {
    await tx.insert(rules).values([
      { id: ids.ruleId, accountId, name: `Rule ${canary}`, trigger, actions },
      { id: ids.archivedRuleId, accountId, name: `Old rule ${canary}`, trigger, actions, archivedAt },
    ]);
    await tx.insert(macros).values([
      { id: ids.macroId, accountId, name: `Macro ${canary}`, actions },
      { id: ids.archivedMacroId, accountId, name: `Old macro ${canary}`, actions, archivedAt },
    ]);
  });
  return ids;
}

/** What a publishing has chosen for the people in flight, and not begun. */
async function makeMove(
  accountId: AccountId,
  { sequenceId, versionId }: { sequenceId: string; versionId: string },
): Promise<string> {
  const id = randomUUID();
  const startsAt = new Date(Date.now() + 3_600_000);
  await withAccount(accountId, (tx) =>
    tx.insert(versionMoves).values({ id, accountId, sequenceId, versionId, choices: [], startsAt, total: 0 }),
  );
  return id;
}

async function makeConversation(accountId: AccountId, inboxId: string, contactId: string): Promise<string> {
  const id = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(conversations).values({ id, accountId, inboxId, contactId, lastMessageAt: new Date() }),
  );
  return id;
}

type Thread = { accountId: AccountId; inboxId: string; contactId: string; conversationId: string };

async function makeMessage(thread: Thread, canary: string): Promise<string> {
  const id = randomUUID();
  const media = { kind: "image" as const, id: "1003383421387256", fileName: `${canary}.jpg` };
  await withAccount(thread.accountId, (tx) =>
    tx.insert(conversationMessages).values({ id, ...thread, direction: "inbound", text: canary, media }),
  );
  return id;
}

/** A bulk enrollment that waits to be begun, one that is done, and an act on no run. */
async function makeActs(accountId: AccountId, sequenceId: string) {
  const [bulkId, doneBulkId, actId] = [randomUUID(), randomUUID(), randomUUID()];
  const [bulkActId, doneBulkActId] = [randomUUID(), randomUUID()];
  const bulkAct = {
    ...{ accountId, act: { kind: "pause", until: null }, filter: { filter: {}, before: bulkActId } },
    ...{ total: 1, createdBy: randomUUID() },
  };
  const audience = { kind: "contacts", ids: [] };
  await withAccount(accountId, async (tx) => {
    await tx.insert(bulkEnrollments).values([
      { id: bulkId, accountId, sequenceId, audience, total: 1 },
      { id: doneBulkId, accountId, sequenceId, audience, total: 1, status: "done", finishedAt: new Date() },
    ]);
    await tx.insert(bulkActs).values([
      { ...bulkAct, id: bulkActId },
      { ...bulkAct, id: doneBulkActId, status: "done", changed: 1, finishedAt: new Date() },
    ]);
    await tx
      .insert(runActs)
      .values({ id: actId, accountId, kind: "pause", actorId: randomUUID(), items: [] });
  });
  return { bulkId, doneBulkId, actId, bulkActId, doneBulkActId };
}

/** A durable run of the embedded executor that was started for the enrollment. */
async function makeRun(accountId: AccountId, enrollmentId: string): Promise<string> {
  const sql = executorSql();
  const rules = {
    slug: "follow-ups-test",
    triggers: [{ event: "enrollment/started", equals: [] }],
    crons: [],
    cancel: [],
    concurrency: [],
    idempotency: null,
    maxAttempts: 5,
  };
  const event = { id: randomUUID(), name: "enrollment/started", ts: 0, data: { accountId, enrollmentId } };
  const [row] = await sql<{ id: string }[]>`
    with fn as (
      insert into executor.function (app, slug, config, seen_at) values ('test', ${rules.slug}, ${sql.json(rules)}, now())
      on conflict (slug) do update set seen_at = now() returning id)
    insert into executor.run (fn_id, event) select id, ${JSON.stringify(event)}::text::json from fn returning id`;
  if (!row) throw new Error("The insert returned no row.");
  return row.id;
}

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Calls a route handler with the headers of the visitor in whose name the test acts. */
export type RouteCall = {
  method?: string;
  params: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  body?: string;
};

export async function callRoute(
  handler: Handler,
  { method = "GET", params, query = "", ...sent }: RouteCall,
) {
  const all = new Headers(await headers());
  for (const [name, value] of Object.entries(sent.headers ?? {})) all.set(name, value);
  const request = new NextRequest(`${env.appUrl}/api/a${query}`, { method, headers: all, body: sent.body });
  return handler(request, { params: Promise.resolve(params) });
}
