import { aiEnrollmentState } from "@/lib/ai-enrollment/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  aiEnrollmentState(accountId, params.id ?? "", new Date()),
);
