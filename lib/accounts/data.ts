import { asc, eq } from "drizzle-orm";
import { withUser } from "@/db/client";
import { accounts, members } from "@/db/schema/tables";

/** The accounts that a person belongs to, by name. */
export const accountsOf = (userId: string) =>
  withUser(userId, (tx) =>
    tx
      .select({ id: accounts.id, name: accounts.name, slug: accounts.slug, role: members.role })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.userId, userId))
      .orderBy(asc(accounts.name)),
  );
export type Membership = Awaited<ReturnType<typeof accountsOf>>[number];
