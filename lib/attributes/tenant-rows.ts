import type { TenantRows } from "@/scripts/test/tenant";
import {
  archiveAttributeAction,
  changeAttributeAction,
  defineAttributeAction,
  orderAttributesAction,
  restoreAttributeAction,
} from "./actions";

const told = { label: "Plan", type: "list" as const, options: ["gold", "silver"] };

export const tenantRows: TenantRows = {
  defineAttributeAction: (account) => defineAttributeAction({ account, key: "tenant_plan", ...told }),
  changeAttributeAction: (account, { attributeId }) =>
    changeAttributeAction({ account, id: attributeId, ...told }),
  orderAttributesAction: (account, { attributeId, archivedAttributeId }) =>
    orderAttributesAction({ account, ids: [archivedAttributeId, attributeId] }),
  archiveAttributeAction: (account, { attributeId }) => archiveAttributeAction({ account, id: attributeId }),
  restoreAttributeAction: (account, { archivedAttributeId }) =>
    restoreAttributeAction({ account, id: archivedAttributeId }),
};
