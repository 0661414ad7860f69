import type { TenantRows } from "@/scripts/test/tenant";
import { changeViewAction, deleteViewAction, saveViewAction } from "./actions";

export const tenantRows: TenantRows = {
  saveViewAction: (account) =>
    saveViewAction({ account, name: "Waiting long", query: "waiting=3", isShared: false }),
  changeViewAction: (account, { viewId }) => changeViewAction({ account, viewId, name: "Waiting longer" }),
  deleteViewAction: (account, { viewId }) => deleteViewAction({ account, viewId }),
};
