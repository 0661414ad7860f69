import { listSuggestions } from "@/lib/ai-enrollment/data";
import { accountRoute } from "@/lib/route";

/** Of one sequence, or of all. */
export const GET = accountRoute("enrollments.view", ({ accountId, searchParams }) =>
  listSuggestions(accountId, { sequenceId: searchParams.get("sequence"), now: new Date() }),
);
