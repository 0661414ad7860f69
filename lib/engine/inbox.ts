import type { SqlTx } from "@/db/client";
import type { DriverInbox } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import type { Channel } from "@/lib/core/model";
import { type InboxLimits, type InboxStatus, NO_INBOX_LIMITS, type Provider } from "@/lib/core/model-inboxes";
import { inboxLimitsSchema } from "@/lib/core/model-schemas";
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
  config: unknown;
  secrets: string | null;
  /** Sends in a row that the provider could not take. */
  troubles: number;
  /** Pauses by the engine since the last message was taken. */
  probes: number;
};

/** The account's inboxes in its order of preference; archived ones are left out. */
export const loadInboxes = (tx: SqlTx): Promise<InboxRow[]> => tx<InboxRow[]>`
  select id, account_id, name, channel, provider, status, limits, config, secrets, troubles, probes
  from inboxes where archived_at is null order by position, id`;

export const limitsOf = ({ limits }: InboxRow): InboxLimits =>
  limits === null ? NO_INBOX_LIMITS : inboxLimitsSchema.parse(limits);

/** Whether its sends are counted. */
export const hasLimits = (inbox: InboxRow): boolean =>
  Object.values(limitsOf(inbox)).some((limit) => limit !== null);

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
