import type { SqlTx } from "@/db/client";
import type { DriverInbox } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import type { Channel } from "@/lib/core/model";
import type { InboxStatus, Provider } from "@/lib/core/model-inboxes";
import { env } from "@/lib/env";
import { open, secretContext } from "@/lib/secret-box";

export type InboxRow = {
  id: string;
  account_id: string;
  name: string;
  channel: Channel;
  provider: Provider;
  status: InboxStatus;
  limits: unknown;
  /** What the provider last said of the sender. */
  health: unknown;
  /** Pauses that ended by themselves since the provider last took a message. */
  probes: number;
  /** Failures in a row that may be the inbox's. */
  troubles: number;
  config: unknown;
  secrets: string | null;
};

/** With where its queue stands, read without a lock. */
export type PacedInbox = InboxRow & { rest_until: Date | null; is_queued: boolean };

/** The account's inboxes in its order of preference; archived ones are left out. */
export const loadInboxes = (tx: SqlTx): Promise<PacedInbox[]> => tx<PacedInbox[]>`
  select i.id, i.account_id, i.name, i.channel, i.provider, i.status, i.limits, i.health, i.probes, i.troubles, i.config,
    i.secrets, p.rest_until, coalesce(p.paced_until is not null, false) as is_queued
  from inboxes i left join inbox_paces p on p.inbox_id = i.id
  where i.archived_at is null order by i.position, i.id`;

/** Where the provider reaches the inbox. */
export const webhookUrlOf = ({
  provider,
  accountId,
  id,
}: {
  provider: Provider;
  accountId: string;
  id: string;
}) => `${env.appUrl}/api/webhooks/${provider}/${accountId}/${id}`;

/**
 * The inbox as its driver wants it, with the credentials opened. Throws when the stored settings are not of the
 * driver's shape or were sealed with another secret.
 */
export function driverInbox(row: InboxRow): DriverInbox<unknown, unknown> {
  const driver = driverOf(row.provider);
  const sealed =
    row.secrets && open(row.secrets, { context: secretContext(row.account_id, "inboxes", "secrets") });
  return {
    id: row.id,
    channel: row.channel,
    config: driver.configSchema.parse(row.config),
    secrets: driver.secretsSchema.parse(sealed ? JSON.parse(sealed) : {}),
    webhookUrl: webhookUrlOf({ provider: row.provider, accountId: row.account_id, id: row.id }),
  };
}
