import { accountRoute } from "@/lib/route";
import { listSends } from "@/lib/sequences/sends";

export const GET = accountRoute("sequences.view", ({ accountId }) => listSends(accountId, new Date()));
