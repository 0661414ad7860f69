import type { TenantRows } from "@/scripts/test/tenant";
import { changeSegmentAction, deleteSegmentAction, saveSegmentAction } from "./actions";

const filter = {
  match: "all" as const,
  conditions: [{ variable: "contact.tags", operator: "contains" as const, value: "vip" }],
};

export const tenantRows: TenantRows = {
  saveSegmentAction: (account) => saveSegmentAction({ account, name: "Big ones", filter }),
  changeSegmentAction: (account, { segmentId }) =>
    changeSegmentAction({ account, id: segmentId, name: "Small ones", filter }),
  deleteSegmentAction: (account, { segmentId }) => deleteSegmentAction({ account, id: segmentId }),
};
