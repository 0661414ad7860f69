import { listRefusals } from "@/lib/enrollments/refusals";
import { refusalFilterSchema } from "@/lib/enrollments/schema";
import { cursorSchema } from "@/lib/keyset";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("enrollments.view", ({ accountId, searchParams }) => {
  const asked = Object.fromEntries(searchParams);
  const page = { ...cursorSchema.parse(asked), now: new Date() };
  return listRefusals(accountId, refusalFilterSchema.parse(asked), page);
});
