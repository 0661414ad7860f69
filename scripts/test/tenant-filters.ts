import { randomUUID } from "node:crypto";
import { withAccount } from "@/db/client";
import { reportSegments, savedViews, segments } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";

/** Noted as asked for already, so that whoever only reads leaves everything as it was. */
export async function makeSegment(accountId: AccountId, name: string): Promise<string> {
  const id = randomUUID();
  const filter = { match: "all" as const, conditions: [] };
  const askedAt = new Date(Date.now() + 24 * 60 * 60_000);
  await withAccount(accountId, async (tx) => {
    await tx.insert(segments).values({ id, accountId, name, filter });
    await tx.insert(reportSegments).values({ segmentId: id, accountId, askedAt });
  });
  return id;
}

/** Everybody's. */
export async function makeView(accountId: AccountId, name: string): Promise<string> {
  const id = randomUUID();
  await withAccount(accountId, (tx) =>
    tx.insert(savedViews).values({ id, accountId, name, query: "status=active" }),
  );
  return id;
}
