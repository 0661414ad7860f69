import type { TenantRows } from "@/scripts/test/tenant";
import { publishSequenceAction } from "./actions";

export const tenantRows: TenantRows = {
  publishSequenceAction: (account, { sequenceId }) =>
    publishSequenceAction({ account, sequenceId, draftRevision: 0, note: "" }),
};
