import { randomUUID } from "node:crypto";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import {
  type ModuleSettings,
  NO_CONTACT_LIMITS,
  type Role,
  SEQUENCE_DEFAULTS,
  SETTINGS_DEFAULTS,
  type SequenceSnapshot,
  STEP_DEFAULTS,
  type Step,
} from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";
import { firstStage } from "@/lib/records/pipelines";
import { globalDb, withAccount, withAccountSql } from "./client";
import * as t from "./schema/tables";

/** Rows for tests, as the product itself would leave them. Every value may be overridden. */

const alwaysOpen = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);

export const settingsForTests: ModuleSettings = {
  timeZone: "America/Sao_Paulo",
  useContactZone: false,
  sendingHours: alwaysOpen,
  holidays: [],
  locale: "en",
  country: "BR",
  currency: "BRL",
  limits: NO_CONTACT_LIMITS,
  ...SETTINGS_DEFAULTS,
};

export async function makeAccount(
  over: { name?: string; isModuleOn?: boolean; settings?: Partial<ModuleSettings> } = {},
): Promise<AccountId> {
  const id = mintAccountId(randomUUID());
  await globalDb()
    .insert(t.accounts)
    .values({ id, name: over.name ?? "Test account", slug: `t-${id}`, isModuleOn: over.isModuleOn ?? true });
  await withAccount(id, (tx) =>
    tx
      .insert(t.moduleSettings)
      .values({ accountId: id, settings: { ...settingsForTests, ...over.settings } }),
  );
  return id;
}

export async function makeMember(accountId: AccountId, role: Role = "administrator") {
  const userId = randomUUID();
  await globalDb()
    .insert(t.users)
    .values({ id: userId, name: `Member ${role}`, email: `${userId}@example.com`, emailVerified: true });
  await withAccount(accountId, (tx) => tx.insert(t.members).values({ accountId, userId, role }));
  return userId;
}

export async function makeInbox(accountId: AccountId, over: Partial<typeof t.inboxes.$inferInsert> = {}) {
  const provider: Provider = "sandbox";
  const values = { accountId, name: "Phone on the screen", channel: "whatsapp" as const, provider, ...over };
  return withAccount(accountId, async (tx) => one(await tx.insert(t.inboxes).values(values).returning()));
}

export async function makeContact(
  accountId: AccountId,
  over: Partial<typeof t.contacts.$inferInsert> & { phone?: string | null; email?: string | null } = {},
) {
  const { phone = randomPhone(), email = null, ...values } = over;
  return withAccount(accountId, async (tx) => {
    const contact = one(
      await tx
        .insert(t.contacts)
        .values({ accountId, name: "Ana Souza", firstName: "Ana", ...values })
        .returning(),
    );
    const identities: (typeof t.contactIdentities.$inferInsert)[] = [];
    const of = { accountId, contactId: contact.id };
    if (phone) {
      identities.push({ ...of, kind: "phone", value: phone });
      identities.push({ ...of, kind: "whatsapp", value: phone.slice(1) });
    }
    if (email) identities.push({ ...of, kind: "email", value: email });
    if (identities.length > 0) await tx.insert(t.contactIdentities).values(identities);
    return { ...contact, phone, email };
  });
}

/** An open charge of 120.00, due a week from now unless told otherwise. */
export const makeCharge = (
  accountId: AccountId,
  contactId: string,
  over: Partial<typeof t.charges.$inferInsert> = {},
) =>
  withAccount(accountId, async (tx) => {
    const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const charge = { title: "Invoice 7", amount: 12_000, currency: "BRL", dueOn, ...over };
    return one(
      await tx
        .insert(t.charges)
        .values({ accountId, contactId, ...charge })
        .returning(),
    );
  });

/** An open deal of 1,000.00 in the first stage of the account's pipeline, which is made where there is none. */
export async function makeDeal(
  accountId: AccountId,
  contactId: string,
  over: Partial<typeof t.deals.$inferInsert> = {},
) {
  const stageId = over.stageId ?? (await withAccountSql(accountId, (tx) => firstStage(tx, accountId)));
  const deal = { title: "Solar roof", amount: 100_000, currency: "BRL", ...over };
  return withAccount(accountId, async (tx) =>
    one(
      await tx
        .insert(t.deals)
        .values({ accountId, contactId, ...deal, stageId })
        .returning(),
    ),
  );
}

/** An appointment that is booked for three days from now unless told otherwise. */
export const makeAppointment = (
  accountId: AccountId,
  contactId: string,
  over: Partial<typeof t.appointments.$inferInsert> = {},
) =>
  withAccount(accountId, async (tx) => {
    const startsAt = new Date(Date.now() + 3 * 86_400_000);
    const values = { accountId, contactId, title: "Check-up", startsAt, location: "Room 2", ...over };
    return one(await tx.insert(t.appointments).values(values).returning());
  });

export const makeStep = (over: Partial<Step> = {}): Step => ({
  id: randomUUID(),
  wait: { amount: 0, unit: "minutes" },
  channel: "automatic",
  content: { type: "text", text: 'Hi {{ contact.first_name | default: "there" }}' },
  windowClosed: { do: "skip" },
  ...STEP_DEFAULTS,
  ...over,
});

export const makeSnapshot = (over: Partial<SequenceSnapshot> = {}): SequenceSnapshot => ({
  schemaVersion: 1,
  target: "contact",
  steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
  ...SEQUENCE_DEFAULTS,
  ...over,
});

/** A published, active sequence. */
export async function makeSequence(accountId: AccountId, over: Partial<SequenceSnapshot> = {}) {
  const snapshot = makeSnapshot(over);
  return withAccount(accountId, async (tx) => {
    const sequenceId = randomUUID();
    const versionId = randomUUID();
    await tx.insert(t.sequences).values({
      id: sequenceId,
      accountId,
      name: "Unanswered conversation",
      status: "active",
      draft: snapshot,
      liveVersionId: versionId,
    });
    await tx.insert(t.sequenceVersions).values({ id: versionId, accountId, sequenceId, number: 1, snapshot });
    return { sequenceId, versionId, snapshot };
  });
}

/** A live run that stands before its first step. */
export async function makeEnrollment(
  accountId: AccountId,
  sequence: { sequenceId: string; versionId: string; snapshot: SequenceSnapshot },
  contactId: string,
  over: Partial<typeof t.enrollments.$inferInsert> = {},
) {
  const now = over.enrolledAt ?? new Date();
  return withAccount(accountId, async (tx) =>
    one(
      await tx
        .insert(t.enrollments)
        .values({
          accountId,
          sequenceId: sequence.sequenceId,
          versionId: sequence.versionId,
          contactId,
          stepId: sequence.snapshot.steps[0]?.id ?? null,
          enrolledAt: now,
          waitFromAt: now,
          nextActionAt: now,
          ...over,
        })
        .returning(),
    ),
  );
}

/** What Maestro wrote for the step at which a run stands, and a person is to decide about. */
export const makeDraft = (
  accountId: AccountId,
  run: Pick<typeof t.enrollments.$inferSelect, "id" | "contactId" | "sequenceId" | "stepId" | "stepEpoch">,
  over: Partial<typeof t.drafts.$inferInsert> & { inboxId: string },
) =>
  withAccount(accountId, async (tx) => {
    if (!run.stepId) throw new Error("The run stands at no step.");
    const { id: enrollmentId, contactId, sequenceId, stepId, stepEpoch } = run;
    const now = new Date();
    const text = over.text ?? "Hello, is there anything that I can help you with?";
    const values: typeof t.drafts.$inferInsert = {
      ...{ accountId, enrollmentId, contactId, sequenceId, stepId, stepEpoch },
      ...{ channel: "whatsapp", mode: "ai_assisted", language: "en", status: "open", origin: "ai" },
      ...{ text, writtenText: text, facts: [], dueAt: now, openedAt: now },
      expiresAt: new Date(now.getTime() + 72 * 3_600_000),
      ...over,
    };
    return one(await tx.insert(t.drafts).values(values).returning());
  });

function randomPhone(): string {
  return `+55119${String(Math.floor(10_000_000 + Math.random() * 89_999_999))}`;
}

function one<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error("The insert returned no row.");
  return row;
}
