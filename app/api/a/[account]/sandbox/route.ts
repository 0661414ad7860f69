import { accountRoute } from "@/lib/route";
import { sandboxThreads } from "@/lib/sandbox/data";

export const GET = accountRoute("conversations.view", ({ accountId }) => sandboxThreads(accountId));
