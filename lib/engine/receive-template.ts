import type { SqlTx } from "@/db/client";
import type { Inbound } from "./receive";
import { endOfSecond } from "./receive-message";
import { requestTemplates } from "./request-templates";
import { storable } from "./storable";
import { applyTemplateChanges } from "./template-changes";

type Row = {
  id: string;
  name: string;
  language: string;
  status: string;
  is_missing: boolean;
  changed_at: Date | null;
};

/**
 * Takes in what the provider tells of a template: only what is given has changed, and a notice that is older than what is
 * known changes nothing. What a notice does not say (another text, a template that was never read, which of two came
 * first within a second) is read from the provider.
 */
export async function receiveTemplate(tx: SqlTx, inbound: Inbound<"template">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const at = endOfSecond(event.at, now);
  const before = await lockTemplate(tx, inbound);
  const cause = `told:${event.name}:${event.language}:${event.at.toISOString()}`;
  const isTie = before?.changed_at?.getTime() === at.getTime();
  if (!before || before.is_missing || event.isRewritten || isTie) {
    await requestTemplates(tx, accountId, { inboxId: inbox.id, cause });
  }
  if (!before) return;
  const { status, category, quality, providerId } = event;
  const [after] = await tx<Row[]>`
    update hsm_templates set
      status = coalesce(${status === undefined ? null : storable(status, 1_000)}, status),
      category = coalesce(${category === undefined ? null : storable(category, 1_000)}, category),
      quality = coalesce(${quality === undefined ? null : storable(quality, 1_000)}, quality),
      provider_id = coalesce(${providerId}, provider_id), changed_at = ${at}
    where id = ${before.id} and synced_at <= ${at} and (changed_at is null or changed_at <= ${at})
    returning id, name, language, status, missing_at is not null as is_missing, changed_at`;
  if (!after || after.status === before.status) return;
  const change = {
    ...{ name: after.name, language: after.language, reason: event.reason },
    before: { status: before.status, isMissing: before.is_missing },
    after: { status: after.status, isMissing: after.is_missing },
  };
  await applyTemplateChanges(tx, accountId, { inboxId: inbox.id, changes: [change], now });
}

/** By the provider's own id, else by name and language. */
async function lockTemplate(tx: SqlTx, { inbox, event }: Inbound<"template">): Promise<Row | undefined> {
  const [row] = await tx<Row[]>`
    select id, name, language, status, missing_at is not null as is_missing, changed_at from hsm_templates
    where inbox_id = ${inbox.id} and (provider_id = ${event.providerId}
      or (name = ${event.name} and replace(language, '-', '_') = ${event.language}))
    order by provider_id is not distinct from ${event.providerId} desc limit 1 for update`;
  return row;
}
