import { standingPageSchema } from "@/lib/inboxes/schema";
import { standingsOf } from "@/lib/inboxes/standing";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("settings.view", ({ accountId, searchParams }) => {
  const { id } = standingPageSchema.parse(Object.fromEntries(searchParams));
  return standingsOf(accountId, { id, now: new Date() });
});
