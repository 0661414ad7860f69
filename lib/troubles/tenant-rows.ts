import { GET as getTroubles } from "@/app/api/a/[account]/troubles/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  repairDeliveriesAction,
  repairDraftsAction,
  repairInboxesAction,
  repairRunsAction,
  repairStepsAction,
} from "./actions";

export const tenantRows: TenantRows = {
  "GET troubles": (account) => callRoute(getTroubles, { params: { account } }),
  repairRunsAction: (account) => repairRunsAction({ account, kind: "runs_overdue" }),
  repairInboxesAction: (account, { inboxId }) => repairInboxesAction({ account, inboxId }),
  repairStepsAction: (account) => repairStepsAction({ account }),
  repairDraftsAction: (account) => repairDraftsAction({ account, act: "remind" }),
  repairDeliveriesAction: (account) => repairDeliveriesAction({ account }),
};
