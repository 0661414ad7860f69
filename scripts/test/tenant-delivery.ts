import { randomUUID } from "node:crypto";
import { withAccount } from "@/db/client";
import { inboundEvents, ledger } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";

/** What a provider delivered, told on the run. */
export async function makeDelivery(
  accountId: AccountId,
  { inboxId, enrollmentId, canary }: { inboxId: string; enrollmentId: string; canary: string },
) {
  const id = randomUUID();
  const because = { code: "delivered", data: {} };
  await withAccount(accountId, async (tx) => {
    await tx.insert(inboundEvents).values({
      ...{
        id,
        accountId,
        inboxId,
        provider: "sandbox",
        dedupeKey: id,
        body: canary,
        processedAt: new Date(),
      },
    });
    await tx
      .insert(ledger)
      .values({ accountId, at: new Date(), enrollmentId, kind: "delivered", inboundEventId: id, because });
  });
  return id;
}
