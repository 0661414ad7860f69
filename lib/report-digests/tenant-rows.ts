import type { TenantRows } from "@/scripts/test/tenant";
import { changeDigestAction, sendDigestNowAction } from "./actions";

export const tenantRows: TenantRows = {
  changeDigestAction: (account, { sequenceId }) =>
    changeDigestAction({ account, every: "week", sequence: sequenceId }),
  sendDigestNowAction: (account, { sequenceId }) =>
    sendDigestNowAction({ account, every: "week", sequence: sequenceId }),
};
