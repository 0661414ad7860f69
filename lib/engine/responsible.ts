import type { SqlTx } from "@/db/client";
import type { NotificationKind } from "@/lib/core/model-maestro";
import { rolesFor } from "./notify";

type Asked = {
  enrollmentId: string;
  conversationId: string | null;
  /** Of the sequence's version. */
  defaultAssigneeId: string | null;
  /** Of Maestro's settings. */
  defaultApproverId: string | null;
};

/**
 * Who is to act on what waits for a person in a run: whoever has the run, else the conversation, else whoever the
 * sequence and then Maestro's settings name. One who has left or may not do it is passed over. Null: every approver.
 */
export async function responsibleFor(
  tx: SqlTx,
  { enrollmentId, conversationId, defaultAssigneeId, defaultApproverId }: Asked,
  kind: NotificationKind = "draft_waiting",
): Promise<string | null> {
  const [row] = await tx<{ userId: string }[]>`
    select m.user_id as "userId" from (values
      (1, (select assignee_id from enrollments where id = ${enrollmentId})),
      (2, (select assignee_id from conversations where id = ${conversationId}::uuid)),
      (3, ${defaultAssigneeId}::uuid),
      (4, ${defaultApproverId}::uuid)
    ) as named(place, user_id)
    join members m on m.user_id = named.user_id and m.role = any(${rolesFor(kind)}::role[])
    order by place limit 1`;
  return row?.userId ?? null;
}
