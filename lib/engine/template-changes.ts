import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isSendable } from "@/lib/core/template-check";
import { raiseAlert, resolveAlert } from "./alerts";
import { liftBlocks } from "./step-blocks";
import { storable } from "./storable";

/** A template of one inbox before and after something about it became known. */
export type TemplateChange = {
  name: string;
  language: string;
  before: { status: string; isMissing: boolean } | null;
  after: { status: string; isMissing: boolean };
  /** In the provider's words: why. */
  reason: string | null;
};

const isUsable = ({ status, isMissing }: TemplateChange["after"]) => isSendable(status) && !isMissing;
const keyOf = (inboxId: string, { name, language }: TemplateChange) =>
  `template_changed:${inboxId}:${name}:${language}`;

/**
 * What follows from changes of an inbox's templates: steps that wait for one that can be sent again are tried, and
 * somebody is told of one that steps use and that cannot be sent any more.
 */
export async function applyTemplateChanges(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, changes, now }: { inboxId: string; changes: TemplateChange[]; now: Date },
): Promise<void> {
  for (const change of changes) {
    const { name, language } = change;
    if (isUsable(change.after)) {
      await liftBlocks(tx, accountId, { inboxId, templateName: name, language, actorId: null, now });
      await resolveAlert(tx, accountId, { dedupeKey: keyOf(inboxId, change), now });
    } else if (await isTold(tx, change)) await tell(tx, accountId, { inboxId, change, now });
  }
}

/** That it could be sent until now, or that a live sequence wants to. A new one that waits for its review is no news. */
async function isTold(tx: SqlTx, change: TemplateChange): Promise<boolean> {
  const { before, after, name, language } = change;
  if (before && isUsable(before)) return true;
  if (before?.status === after.status && before.isMissing === after.isMissing) return false;
  const named = JSON.stringify({ name, language });
  const [user] = await tx`
    select from sequences s join sequence_versions v on v.id = s.live_version_id
    where s.status in ('active', 'paused') and jsonb_path_exists(v.snapshot::jsonb,
      '$.steps[*].**.template ? (@.name == $name && @.language == $language)', ${named}::text::jsonb) limit 1`;
  return user !== undefined;
}

async function tell(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, change, now }: { inboxId: string; change: TemplateChange; now: Date },
): Promise<void> {
  const [inbox] = await tx<{ name: string }[]>`select name from inboxes where id = ${inboxId}`;
  const { name, language, after, reason } = change;
  const data = {
    ...{ inbox: inbox?.name ?? "", template: name, language },
    status: after.isMissing ? "MISSING" : after.status,
    detail: storable(reason ?? "", 300),
  };
  await raiseAlert(tx, accountId, {
    ...{ kind: "template_changed", dedupeKey: keyOf(inboxId, change), inboxId, data, now },
  });
}
