import type { SqlTx } from "@/db/client";
import { MOST_ATTEMPTS } from "@/lib/engine/webhook";
import { hasSystemMail } from "@/lib/mailer/send";
import { countFound, daysBefore, type FoundThing, minutesBefore, nameFound } from "./found";
import { MOST_COUNTED, type Trouble } from "./schema";

/** What a rule could not call longer ago is history. */
const FAILED_DAYS = 7;
/** The newest of them say which rules fail now. */
const FAILURES_LOOKED_AT = 2_000;
/** Mails go out within minutes, also after a failure. */
const MAIL_MINUTES = 30;

type Looking = { accountId: string; now: Date };

export const findDeliveries = (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> =>
  Promise.all([findInbound(tx, looking), findWebhooks(tx, looking), findMails(tx, looking)]);

/** Stored and not taken in because that failed. Only those that were given up are not tried again by themselves. */
async function findInbound(tx: SqlTx, { accountId }: Looking): Promise<Trouble | null> {
  const failing = tx`
    select id, received_at as at, null::uuid as run_id from inbound_events
    where account_id = ${accountId} and processed_at is null and error is not null order by received_at`;
  const found = await countFound(tx, "deliveries_failing", failing, { isRepairable: false });
  if (!found) return null;
  const [row] = await tx<{ repairable: number }[]>`
    select count(*)::int as repairable from (
      select from inbound_events
      where account_id = ${accountId} and processed_at is null and attempts >= ${MOST_ATTEMPTS}
      limit ${MOST_COUNTED}) g`;
  return { ...found, repairable: row?.repairable ?? 0 };
}

/** Rules whose last call of a webhook failed. A later one that succeeds ends it. */
async function findWebhooks(tx: SqlTx, { accountId, now }: Looking): Promise<Trouble | null> {
  const called = (outcome: string) => JSON.stringify([{ do: "call_webhook", outcome }]);
  const rows = await tx<FoundThing[]>`
    select r.id, r.name, null as detail, f.at, null::int as waiting
    from (
      select distinct on (rule_id) rule_id, id, at from (
        select rule_id, id, at, results from rule_runs
        where account_id = ${accountId} and status = 'failed' and id >= id_floor(${daysBefore(now, FAILED_DAYS)})
        order by id desc limit ${FAILURES_LOOKED_AT}) newest
      where rule_id is not null and results @> ${called("failed")}::text::jsonb
      order by rule_id, id desc) f
    join rules r on r.id = f.rule_id and r.is_on and r.archived_at is null
    where not exists (
      select from rule_runs n
      where n.rule_id = r.id and n.id > f.id and n.results @> ${called("done")}::text::jsonb)
    order by f.at desc`;
  return nameFound("webhooks_failing", "rule", rows);
}

/** Alerts and notifications that should have gone out by mail long ago. Without a mail server none ever does. */
async function findMails(tx: SqlTx, { accountId, now }: Looking): Promise<Trouble | null> {
  if (!hasSystemMail()) return null;
  const before = minutesBefore(now, MAIL_MINUTES);
  const mails = tx`
    select id, mail_at as at, null::uuid as run_id from notifications where account_id = ${accountId} and mail_at < ${before}
    union all
    select id, at, null from alerts
    where account_id = ${accountId} and emailed_at is null and resolved_at is null and at < ${before}`;
  return countFound(tx, "mails_waiting", mails, { isRepairable: false });
}
