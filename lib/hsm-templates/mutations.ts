import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { outbox } from "@/db/schema/tables";
import { templatesRequested } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { driverOf } from "@/lib/channels/registry";
import type { Channel } from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";
import { refreshTemplates } from "@/lib/engine/refresh-templates";
import { AppError } from "@/lib/errors";

export type Synced = { listed: number; vanished: number };

/** Reads an inbox's templates from its provider now. Throws an AppError that says why it could not. */
export async function syncTemplates(
  accountId: AccountId,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<Synced> {
  const refreshed = await refreshTemplates(accountId, { inboxId, now });
  switch (refreshed.kind) {
    case "refreshed":
      return { listed: refreshed.listed, vanished: refreshed.vanished };
    case "no_templates":
      throw refreshed.why === "no_inbox"
        ? new AppError("not_found")
        : new AppError("invalid", "hsm_no_templates");
    case "unconfigured":
      throw new AppError("invalid", "hsm_account_missing", {
        fields: { [`config.${refreshed.field}`]: "required" },
      });
    case "failed": {
      const { detail, isTemporary } = refreshed;
      const data = { data: { detail } };
      throw isTemporary
        ? new AppError("unavailable", "hsm_failed", data)
        : new AppError("invalid", "hsm_refused", data);
    }
  }
}

/** Has the worker read the templates of this inbox once the transaction commits, if its provider has any. */
export async function requestTemplates(
  tx: Tx,
  accountId: AccountId,
  inbox: { id: string; channel: Channel; provider: Provider },
): Promise<void> {
  if (inbox.channel !== "whatsapp" || !driverOf(inbox.provider).listTemplates) return;
  await tx.insert(outbox).values({
    eventId: `templates:${inbox.id}:${randomUUID()}`,
    name: templatesRequested.name,
    data: { accountId, inboxId: inbox.id },
  });
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}
