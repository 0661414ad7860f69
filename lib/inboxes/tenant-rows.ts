import { GET as getInboxes } from "@/app/api/a/[account]/inboxes/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  addInboxAction,
  changeInboxAction,
  checkConnectionAction,
  limitInboxAction,
  orderInboxesAction,
  pauseInboxAction,
  removeInboxAction,
  resumeInboxAction,
  testInboxAction,
} from "./actions";

const sandbox = { provider: "sandbox", channel: "sms", config: {}, secrets: {} } as const;

export const tenantRows: TenantRows = {
  addInboxAction: (account) => addInboxAction({ account, name: "New", ...sandbox }),
  changeInboxAction: (account, { inboxId }) =>
    changeInboxAction({ account, id: inboxId, name: "Renamed", config: {}, secrets: {} }),
  checkConnectionAction: (account, { inboxId }) =>
    checkConnectionAction({ account, id: inboxId, name: "Any", ...sandbox }),
  testInboxAction: (account, { inboxId }) => testInboxAction({ account, id: inboxId }),
  "GET inboxes": (account) => callRoute(getInboxes, { params: { account } }),
  pauseInboxAction: (account, { inboxId }) => pauseInboxAction({ account, id: inboxId }),
  resumeInboxAction: (account, { inboxId }) => resumeInboxAction({ account, id: inboxId }),
  removeInboxAction: (account, { inboxId }) => removeInboxAction({ account, id: inboxId }),
  limitInboxAction: (account, { inboxId }) =>
    limitInboxAction({ account, id: inboxId, limits: { perMinute: 1, perHour: null, perDay: null } }),
  orderInboxesAction: (account, { inboxId }) => orderInboxesAction({ account, ids: [inboxId, inboxId] }),
};
