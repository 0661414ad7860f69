import { randomUUID } from "node:crypto";
import { withAccount } from "@/db/client";
import { members } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { auth } from "@/lib/auth";
import type { Role } from "@/lib/core/model";
import { env } from "@/lib/env";
import { withRequest } from "./next-headers";

/** A person with a real session of better-auth, as a browser would hold it. */
export type Visitor = {
  userId: string;
  /** What the browser sends with a request from our own page. */
  headers: Record<string, string>;
  /** Runs server code as if this browser had asked. */
  ask: <T>(act: () => Promise<T>) => Promise<T>;
};

export async function signUp(name = "Visitor"): Promise<Visitor> {
  const body = JSON.stringify({ name, email: `${randomUUID()}@example.com`, password: "correct horse" });
  const sent = { "content-type": "application/json", origin: env.appUrl };
  const url = `${env.appUrl}/api/auth/sign-up/email`;
  const answer = await auth().handler(new Request(url, { method: "POST", headers: sent, body }));
  if (!answer.ok) throw new Error(`Sign-up was refused: ${answer.status} ${await answer.text()}`);
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const headers = { cookie, origin: env.appUrl, host: new URL(env.appUrl).host };
  return { userId: user.id, headers, ask: (act) => withRequest(headers, act) };
}

export async function signUpMember(accountId: AccountId, role: Role): Promise<Visitor> {
  const visitor = await signUp(role);
  await join(visitor, accountId, role);
  return visitor;
}

/** Makes a visitor a member of one more account. */
export async function join({ userId }: Visitor, accountId: AccountId, role: Role): Promise<void> {
  await withAccount(accountId, (tx) => tx.insert(members).values({ accountId, userId, role }));
}
