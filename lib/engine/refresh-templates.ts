import { type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { templatesRequested } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ProviderTemplate, TemplateListing } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { log } from "@/lib/log";
import { eachAccount } from "./each-account";
import { driverInbox, type InboxRow, loadInboxes } from "./inbox";
import { requestTemplates } from "./request-templates";
import { storableJson } from "./storable";
import { applyTemplateChanges, type TemplateChange } from "./template-changes";

export type Refreshed =
  | { kind: "refreshed"; listed: number; vanished: number }
  /** No such inbox, or one that has no templates. */
  | { kind: "no_templates"; why: "no_inbox" | "no_such_channel" }
  | Exclude<TemplateListing, { kind: "listed" }>;

/**
 * Reads an inbox's HSM templates from its provider and stores them as they are there. What the provider no longer
 * lists is kept and marked, since steps may name it. A failure changes nothing.
 */
export async function refreshTemplates(
  accountId: AccountId,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<Refreshed> {
  const inboxes = await withAccountSql(accountId, loadInboxes);
  const inbox = inboxes.find(({ id }) => id === inboxId);
  if (!inbox) return { kind: "no_templates", why: "no_inbox" };
  if (!hasTemplates(inbox)) return { kind: "no_templates", why: "no_such_channel" };
  const listing = await listTemplates(inbox);
  if (listing.kind !== "listed") return listing;
  const { templates } = listing;
  const vanished = await withAccountSql(accountId, (tx) => store(tx, { accountId, inboxId, templates, now }));
  return { kind: "refreshed", listed: templates.length, vanished };
}

/** The same for a durable function: throws what may pass, so that it is tried again, and notes what will not. */
export async function refreshTemplatesInTurn(
  accountId: AccountId,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<Refreshed["kind"]> {
  const refreshed = await refreshTemplates(accountId, { inboxId, now });
  if (refreshed.kind === "failed") {
    const { code, detail, isTemporary } = refreshed;
    if (isTemporary) throw new Error(`The templates could not be read: ${detail} (${code})`);
    log.warn({ inboxId, code, detail }, "templates were refused");
  }
  return refreshed.kind;
}

/** Has every inbox's templates read anew, once on a day however often it is asked. Answers how many inboxes. */
export async function requestAllTemplates(now: Date): Promise<number> {
  const providers = PROVIDERS.filter((provider) => driverOf(provider).listTemplates);
  const day = now.toISOString().slice(0, 10);
  const request = (accountId: AccountId) =>
    withAccountSql(accountId, async (tx) => {
      const rows = await tx`
        insert into outbox (event_id, name, data)
        select 'templates:' || id || ':' || ${day}, ${templatesRequested.name},
          jsonb_build_object('accountId', ${accountId}::text, 'inboxId', id)
        from inboxes
        where archived_at is null and channel = 'whatsapp' and provider = any(${providers}::provider[])
        returning seq`;
      if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
      return rows.length;
    });
  return (await eachAccount({ request })).done.request;
}

/**
 * Has the templates read anew of every inbox where a paused one holds steps back: a pause for low quality ends by itself,
 * after three or six hours, and the notice of it may get lost. Once in an hour however often it is asked.
 */
export async function requestPausedTemplates(now: Date): Promise<number> {
  const hour = now.toISOString().slice(0, 13);
  const request = (accountId: AccountId) =>
    withAccountSql(accountId, async (tx) => {
      const inboxes = await tx<{ id: string }[]>`
        select i.id from inboxes i where i.archived_at is null and (
          exists (select from hsm_templates h where h.inbox_id = i.id and h.status = 'PAUSED' and h.missing_at is null)
          or exists (select from step_blocks b
            where b.inbox_id = i.id and b.template_name is not null and b.lifted_at is null))`;
      for (const { id } of inboxes) await requestTemplates(tx, accountId, { inboxId: id, cause: hour });
      return inboxes.length;
    });
  return (await eachAccount({ request })).done.request;
}

const hasTemplates = ({ provider, channel }: InboxRow) =>
  channel === "whatsapp" && driverOf(provider).listTemplates !== undefined;

async function listTemplates(inbox: InboxRow): Promise<TemplateListing> {
  try {
    const target = driverInbox(inbox);
    const listing = await driverOf(inbox.provider).listTemplates?.(target);
    return listing ?? { kind: "listed", templates: [] };
  } catch (error) {
    log.error({ inboxId: inbox.id, err: error }, "inbox settings cannot be read");
    const detail = "The settings or credentials of this inbox cannot be read; save them again.";
    return { kind: "failed", isTemporary: false, code: "inbox_settings", detail };
  }
}

type Listed = { accountId: AccountId; inboxId: string; templates: ProviderTemplate[]; now: Date };

type Stored = { name: string; language: string; status: string; is_missing: boolean; shape: string };

/**
 * `now` is when the reading began: of two readings at once the later one stays, whichever ends last, and so does what the
 * provider told meanwhile.
 */
async function store(tx: SqlTx, { accountId, inboxId, templates, now }: Listed): Promise<number> {
  const [inbox] = await tx`
    select id from inboxes where id = ${inboxId} and archived_at is null for key share`;
  if (!inbox) return 0;
  // Of readings alone: runs are taken below, and whoever has those may want the inbox.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`templates:${inboxId}`}, 0))`;
  const before = await readStored(tx, inboxId);
  await tx`
    insert into hsm_templates as stored (account_id, inbox_id, name, language, status, category, quality,
      parameter_format, components, provider_id, synced_at)
    select ${accountId}, ${inboxId}, r.name, r.language, r.status, r.category, r.quality, r."parameterFormat",
      r.components, r."providerId", ${now}
    from jsonb_to_recordset(${storableJson(templates)}::text::jsonb) as r(
      name text, language text, status text, category text, quality text, "parameterFormat" text, components jsonb,
      "providerId" text)
    on conflict (inbox_id, name, language) do update
      set status = case when stored.changed_at > excluded.synced_at then stored.status else excluded.status end,
        category = case when stored.changed_at > excluded.synced_at then stored.category else excluded.category end,
        quality = case when stored.changed_at > excluded.synced_at then stored.quality else excluded.quality end,
        changed_at = case when stored.status <> excluded.status and coalesce(stored.changed_at < excluded.synced_at, true)
          then excluded.synced_at else stored.changed_at end,
        parameter_format = excluded.parameter_format, components = excluded.components,
        provider_id = coalesce(excluded.provider_id, stored.provider_id), synced_at = excluded.synced_at,
        missing_at = null
      where stored.synced_at <= excluded.synced_at
        and (stored.missing_at is null or stored.missing_at <= excluded.synced_at)`;
  const vanished = await tx`
    update hsm_templates set missing_at = ${now}
    where inbox_id = ${inboxId} and synced_at < ${now} and missing_at is null returning id`;
  const changes = changesOf(before, await readStored(tx, inboxId));
  await applyTemplateChanges(tx, accountId, { inboxId, changes, now });
  return vanished.length;
}

const readStored = (tx: SqlTx, inboxId: string) => tx<Stored[]>`
  select name, language, status, missing_at is not null as is_missing,
    parameter_format || md5(components::text) as shape
  from hsm_templates where inbox_id = ${inboxId}`;

function changesOf(before: Stored[], after: Stored[]): TemplateChange[] {
  const keyOf = ({ name, language }: Stored) => `${name} ${language}`;
  const old = new Map(before.map((one) => [keyOf(one), one]));
  return after.flatMap((one): TemplateChange[] => {
    const was = old.get(keyOf(one));
    const isSame = was?.status === one.status && was.is_missing === one.is_missing && was.shape === one.shape;
    if (isSame) return [];
    const { name, language, status, is_missing: isMissing } = one;
    return [
      {
        ...{ name, language, reason: null, after: { status, isMissing } },
        before: was ? { status: was.status, isMissing: was.is_missing } : null,
      },
    ];
  });
}
