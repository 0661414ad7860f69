import type { TenantRows } from "@/scripts/test/tenant";
import { correctMeaningAction } from "./actions";

export const tenantRows: TenantRows = {
  correctMeaningAction: (account, { replyId: messageId }) =>
    correctMeaningAction({ account, messageId, intent: "interested" }),
};
