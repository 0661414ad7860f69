import type { TenantRows } from "@/scripts/test/tenant";
import { changeDigestAction } from "./actions";

export const tenantRows: TenantRows = {
  changeDigestAction: (account, { sequenceId }) =>
    changeDigestAction({ account, every: "week", sequence: sequenceId }),
};
