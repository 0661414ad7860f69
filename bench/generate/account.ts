import { createHash } from "node:crypto";
import { globalDb, withAccount } from "@/db/client";
import { members, users } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { createAccount } from "@/lib/accounts/mutations";
import { defineAttribute } from "@/lib/attributes/mutations";
import { auth } from "@/lib/auth";
import { addInbox } from "@/lib/inboxes/mutations";
import { saveSegment } from "@/lib/segments/mutations";
import { INBOXES, MEMBERS, ZONE } from "./plan";

export const LOGIN = { email: "big@follow-ups.test", password: "follow-ups-big" };

export type Inbox = { id: string; name: string; channel: string };
export type World = {
  accountId: AccountId;
  slug: string;
  /** The administrator first. */
  memberIds: string[];
  inboxes: Inbox[];
};

/** The same id for the same seed and name. */
export function idOf(seed: number, name: string): string {
  const hex = createHash("sha256").update(`${seed}:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The account with its people, inboxes, attributes and segments, by the product's own verbs. */
export async function makeWorld(seed: number, now: Date): Promise<World> {
  const { user } = await auth().api.signUpEmail({ body: { name: "Bia Administrator", ...LOGIN } });
  const open = Array.from({ length: 7 }, () => [{ from: "08:00", to: "20:00" }]);
  const { accountId, slug } = await createAccount({
    ...{ name: "Big", userId: user.id, locale: "en", timeZone: ZONE },
    settings: { sendingHours: open, useContactZone: false, country: "BR", currency: "BRL" },
  });
  const memberIds = [user.id, ...(await addMembers(accountId, seed))];
  const inboxes: Inbox[] = [];
  for (const { name, channel } of INBOXES) {
    const form = { name, channel, provider: "sandbox" as const, config: {}, secrets: {} };
    inboxes.push({ id: (await addInbox(accountId, form)).id, name, channel });
  }
  await addAttributes(accountId);
  await addSegments(accountId, user.id, now);
  return { accountId, slug, memberIds, inboxes };
}

async function addMembers(accountId: AccountId, seed: number): Promise<string[]> {
  const people = Array.from({ length: MEMBERS - 1 }, (_, index) => ({
    id: idOf(seed, `member ${index}`),
    name: `${NAMES[index % NAMES.length]} ${String.fromCharCode(65 + index)}.`,
    email: `member-${index + 1}@big.test`,
    emailVerified: true,
  }));
  await globalDb().insert(users).values(people);
  const rows = people.map(({ id: userId }, index) => ({
    ...{ accountId, userId },
    role: index < 3 ? ("manager" as const) : ("agent" as const),
  }));
  await withAccount(accountId, (tx) => tx.insert(members).values(rows));
  return people.map(({ id }) => id);
}

const NAMES = ["Rafael", "Lucía", "Grace", "Paula", "Hugo", "Noah", "Renata", "Mateo"];

async function addAttributes(accountId: AccountId): Promise<void> {
  const plans = ["Basic", "Premium", "Enterprise"];
  await defineAttribute(accountId, { key: "plan", label: "Plan", type: "list", options: plans });
  await defineAttribute(accountId, { key: "city", label: "City", type: "text", options: [] });
  await defineAttribute(accountId, { key: "score", label: "Score", type: "number", options: [] });
}

async function addSegments(accountId: AccountId, actorId: string, now: Date): Promise<void> {
  const by = { actorId, now };
  const where = (variable: string, operator: "equal" | "contains" | "greater", value: string) => ({
    match: "all" as const,
    conditions: [{ variable, operator, value }],
  });
  await saveSegment(accountId, {
    ...{ name: "Premium", filter: where("contact.plan", "equal", "Premium") },
    ...by,
  });
  await saveSegment(accountId, {
    ...{ name: "High score", filter: where("contact.score", "greater", "90") },
    ...by,
  });
  await saveSegment(accountId, {
    ...{ name: "VIP", filter: where("contact.tags", "contains", "vip") },
    ...by,
  });
}
