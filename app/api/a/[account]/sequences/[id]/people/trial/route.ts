import { trialResult } from "@/lib/ai-enrollment/trial-data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  trialResult(accountId, params.id ?? ""),
);
