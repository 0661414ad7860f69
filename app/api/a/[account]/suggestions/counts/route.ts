import { suggestionCounts } from "@/lib/ai-enrollment/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.view", ({ accountId }) =>
  suggestionCounts(accountId, new Date()),
);
