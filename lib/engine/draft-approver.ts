import type { SqlTx } from "@/db/client";
import { notify, rolesFor } from "./notify";

/** Who may decide about drafts. */
export const APPROVING_ROLES = rolesFor("draft_waiting");

type Asking = { kind: "draft_waiting" | "draft_returned"; draftId: string; now: Date };

/** Tells whoever is to decide about a draft that it waits; all who may where nobody is named, or has left. */
export async function askApprovers(
  tx: SqlTx,
  accountId: string,
  { kind, draftId, now }: Asking,
): Promise<void> {
  const [draft] = await tx<DraftRow[]>`
    select d.revision, d.contact_id, d.sequence_id, d.enrollment_id, m.user_id,
      case when d.status = 'open' then d.returned->>'code' end as code
    from drafts d left join members m on m.user_id = d.assignee_id and m.role = any(${APPROVING_ROLES}::role[])
    where d.id = ${draftId}`;
  if (!draft) return;
  await notify(tx, accountId, {
    userIds: draft.user_id ? [draft.user_id] : "approvers",
    kind,
    dedupeKey: `${kind}:${draftId}:${draft.revision}`,
    contactId: draft.contact_id,
    data: {
      draftId,
      sequenceId: draft.sequence_id,
      enrollmentId: draft.enrollment_id,
      ...(draft.code && { code: draft.code }),
    },
    now,
  });
}

type DraftRow = {
  revision: number;
  contact_id: string;
  sequence_id: string;
  enrollment_id: string;
  /** Null where nobody is named, or who is may not decide any more. */
  user_id: string | null;
  /** Why it came back. */
  code: string | null;
};
