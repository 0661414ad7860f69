import type { Role } from "@/lib/core/model";
import { may } from "@/lib/permissions";

/** What a person may do about troubles. */
export type TroubleRights = {
  runs: boolean;
  inboxes: boolean;
  steps: boolean;
  drafts: boolean;
  outcomes: boolean;
};

export const rightsOf = (role: Role): TroubleRights => ({
  runs: may(role, "enrollments.manage"),
  inboxes: may(role, "inboxes.manage"),
  steps: may(role, "sequences.manage"),
  drafts: may(role, "approvals.decide"),
  outcomes: may(role, "conversations.reply"),
});
