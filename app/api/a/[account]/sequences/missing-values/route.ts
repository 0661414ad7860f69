import { accountRoute } from "@/lib/route";
import { countMissingValues } from "@/lib/sequences/missing-values";

export const GET = accountRoute("contacts.view", ({ accountId, searchParams }) =>
  countMissingValues(accountId, (searchParams.get("variables") ?? "").split(",")),
);
