import type { SqlTx } from "@/db/client";
import type { ProviderEvent } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import type { Channel } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { type InboxRow, loadInboxes } from "./inbox";

export type Receiver = { inbox: { id: string; channel: Channel }; event: ProviderEvent };

/**
 * Whose event it is. One address may get the deliveries of several numbers of an account, and what is said of a whole
 * business holds for all of its inboxes; nobody's where the account has no such inbox. Throws `not_found` where the
 * inbox that was called is not the account's.
 */
export async function receiversOf(tx: SqlTx, inboxId: string, event: ProviderEvent): Promise<Receiver[]> {
  const [called] = await tx<Called[]>`select id, channel, provider from inboxes where id = ${inboxId}`;
  if (!called) throw new AppError("not_found");
  if (event.kind === "elsewhere") {
    const inbox = (await siblings(tx, called)).find((one) => senderOf(one) === event.sender);
    return inbox ? [{ inbox, event: event.event }] : [];
  }
  const scope = event.kind === "template" || event.kind === "health" ? event.scope : undefined;
  if (scope === undefined) return [{ inbox: called, event }];
  return (await siblings(tx, called))
    .filter((one) => scopeOf(one) === scope)
    .map((inbox) => ({ inbox, event }));
}

type Called = Pick<InboxRow, "id" | "channel" | "provider">;

const siblings = async (tx: SqlTx, { provider }: Called): Promise<InboxRow[]> =>
  (await loadInboxes(tx)).filter((inbox) => inbox.provider === provider);

const senderOf = (inbox: InboxRow) => read(() => driverOf(inbox.provider).senderOf?.(inbox.config));
const scopeOf = (inbox: InboxRow) =>
  read(() => driverOf(inbox.provider).pace?.recipientScope?.(inbox.config));

/** Settings that cannot be read are nobody's. */
function read(answer: () => string | undefined): string | undefined {
  try {
    return answer();
  } catch {
    return undefined;
  }
}
