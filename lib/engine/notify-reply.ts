import type { SqlTx } from "@/db/client";
import type { Because } from "@/lib/core/facts";
import { notify } from "./notify";
import { responsibleFor } from "./responsible";
import type { RunRow } from "./run";

type Held = { row: RunRow; reply: Because; now: Date };

/** Tells the person who is responsible for a run that it stands until they have looked at the contact's reply. */
export async function tellOfReply(tx: SqlTx, accountId: string, { row, reply, now }: Held): Promise<void> {
  const conversationId = String(reply.data.conversationId);
  const [version] = await tx<{ defaultAssigneeId: string | null }[]>`
    select snapshot->>'defaultAssigneeId' as "defaultAssigneeId" from sequence_versions where id = ${row.version_id}`;
  const person = await responsibleFor(
    tx,
    {
      enrollmentId: row.id,
      conversationId,
      defaultAssigneeId: version?.defaultAssigneeId ?? null,
      defaultApproverId: null,
    },
    "reply_waits",
  );
  await notify(tx, accountId, {
    userIds: person ? [person] : "approvers",
    kind: "reply_waits",
    dedupeKey: `reply:${row.id}:${String(reply.data.at)}`,
    contactId: row.contact_id,
    data: { enrollmentId: row.id, sequenceId: row.sequence_id, conversationId },
    now,
  });
}
