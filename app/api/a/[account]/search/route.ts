import { may } from "@/lib/permissions";
import { accountRoute } from "@/lib/route";
import { searchAccount } from "@/lib/search/data";
import { searchSchema } from "@/lib/search/schema";

export const GET = accountRoute("sequences.view", ({ accountId, role, searchParams }) => {
  const { q } = searchSchema.parse(Object.fromEntries(searchParams));
  const sees = {
    sequences: true,
    contacts: may(role, "contacts.view"),
    conversations: may(role, "conversations.view"),
    records: may(role, "records.view"),
  };
  return searchAccount(accountId, sees, q);
});
