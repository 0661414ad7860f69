import { trialForecast } from "@/lib/ai-enrollment/trial-data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.publish", ({ accountId, params }) =>
  trialForecast(accountId, params.id ?? "", new Date()),
);
