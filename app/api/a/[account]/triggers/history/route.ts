import { accountRoute } from "@/lib/route";
import { historyOf } from "@/lib/triggers/history";
import { historyWishSchema } from "@/lib/triggers/schema";

export const GET = accountRoute("contacts.view", ({ accountId, searchParams }) =>
  historyOf(accountId, { ...historyWishSchema.parse(Object.fromEntries(searchParams)), now: new Date() }),
);
