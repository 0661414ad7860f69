import { and, eq } from "drizzle-orm";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { withUser } from "@/db/client";
import { accounts, members } from "@/db/schema/tables";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import { currentSession } from "@/lib/auth";
import type { Role } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { may, type Permission } from "@/lib/permissions";
import { isSameOrigin } from "@/lib/same-origin";

export type Person = { id: string; name: string; email: string };

/** Proof that this person may do this in this account; `accountId` opens its rows. */
export type Passage = {
  accountId: AccountId;
  userId: string;
  role: Role;
  account: { id: string; name: string; slug: string };
  person: Person;
};

/** Throws `unauthenticated` unless somebody is signed in. */
export async function passPerson(): Promise<Person> {
  const person = await currentPerson();
  if (!person) throw new AppError("unauthenticated");
  return person;
}

/**
 * The one way into an account: signed in, a member, permitted, and the module on, asked in this order. An account of
 * others is `not_found`, as if it did not exist.
 */
export async function passAccount(slug: string, permission: Permission): Promise<Passage> {
  const person = await passPerson();
  const membership = await membershipOf(person.id, slug);
  if (!membership) throw new AppError("not_found");
  const { id, name, role, isModuleOn } = membership;
  if (!may(role, permission)) throw new AppError("forbidden");
  if (!isModuleOn) throw new AppError("module_off");
  return { accountId: mintAccountId(id), userId: person.id, role, account: { id, name, slug }, person };
}

/** Throws `forbidden` unless the request that changes something came from our own page. */
export async function passSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new AppError("forbidden", "foreign_origin");
}

/** For pages outside an account: leads to sign-in. */
export async function signedIn(): Promise<Person> {
  return (await currentPerson()) ?? redirect("/sign-in");
}

/** For the frame around an account's pages, which each ask for their own permission. Gives no access to rows. */
export async function accountFrame(params: Promise<{ account: string }>) {
  const { account: slug } = await params;
  const person = await signedIn();
  const membership = await membershipOf(person.id, slug);
  if (!membership) notFound();
  return { person, account: { id: membership.id, name: membership.name, slug }, role: membership.role };
}

/** For pages: like `passAccount`, but leads to sign-in, to "not found" or to a page that says why it is closed. */
export async function accountPage(
  params: Promise<{ account: string }>,
  permission: Permission,
): Promise<Passage> {
  const { account: slug } = await params;
  try {
    return await passAccount(slug, permission);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect("/sign-in");
    if (error.code === "not_found") notFound();
    redirect(`/${slug}/closed?because=${error.code}`);
  }
}

async function currentPerson(): Promise<Person | null> {
  const session = await currentSession();
  if (!session) return null;
  const { id, name, email } = session.user;
  return { id, name, email };
}

/** Once per request: layout and page ask for the same membership. */
const membershipOf = cache(async (userId: string, slug: string) =>
  withUser(userId, async (tx) => {
    const [row] = await tx
      .select({ id: accounts.id, name: accounts.name, role: members.role, isModuleOn: accounts.isModuleOn })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.userId, userId), eq(accounts.slug, slug)));
    return row;
  }),
);
