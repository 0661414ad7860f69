import type { TenantRows } from "@/scripts/test/tenant";
import {
  addInboxAction,
  changeInboxAction,
  checkConnectionAction,
  orderInboxesAction,
  pauseInboxAction,
  removeInboxAction,
  resumeInboxAction,
} from "./actions";

const sandbox = { provider: "sandbox", channel: "sms", config: {}, secrets: {} } as const;

export const tenantRows: TenantRows = {
  addInboxAction: (account) => addInboxAction({ account, name: "New", ...sandbox }),
  changeInboxAction: (account, { inboxId }) =>
    changeInboxAction({ account, id: inboxId, name: "Renamed", config: {}, secrets: {} }),
  checkConnectionAction: (account, { inboxId }) =>
    checkConnectionAction({ account, id: inboxId, name: "Any", ...sandbox }),
  pauseInboxAction: (account, { inboxId }) => pauseInboxAction({ account, id: inboxId }),
  resumeInboxAction: (account, { inboxId }) => resumeInboxAction({ account, id: inboxId }),
  removeInboxAction: (account, { inboxId }) => removeInboxAction({ account, id: inboxId }),
  orderInboxesAction: (account, { inboxId }) => orderInboxesAction({ account, ids: [inboxId, inboxId] }),
};
