import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { templatesRequested } from "@/inngest/events";

/** Has the worker read the templates of this inbox once the transaction commits, once for each cause. */
export const requestTemplates = (
  tx: SqlTx,
  accountId: string,
  { inboxId, cause }: { inboxId: string; cause: string },
): Promise<void> =>
  emit(tx, [
    {
      eventId: `templates:${inboxId}:${cause}`,
      name: templatesRequested.name,
      data: { accountId, inboxId },
    },
  ]);
