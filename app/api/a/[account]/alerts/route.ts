import { openAlerts } from "@/lib/alerts/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.manage", ({ accountId }) => openAlerts(accountId));
