import { accountRoute } from "@/lib/route";
import { listSequences } from "@/lib/sequences/data";
import { listFilterSchema } from "@/lib/sequences/schema";

export const GET = accountRoute("sequences.view", ({ accountId, searchParams }) =>
  listSequences(accountId, listFilterSchema.parse(Object.fromEntries(searchParams))),
);
