import { accountRoute } from "@/lib/route";
import { troublesOf } from "@/lib/troubles/data";

export const GET = accountRoute("reports.view", ({ accountId }) => troublesOf(accountId, new Date()));
