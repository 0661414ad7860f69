import * as z from "zod";
import { fromAddress } from "@/lib/address";
import { dealBoard } from "@/lib/records/board";
import { dealFilterSchema } from "@/lib/records/filter";
import { accountRoute } from "@/lib/route";

/** How many cards of each stage, where it is more than the first ones. */
const shownSchema = z.record(z.uuid(), z.number().int().min(1).max(1_000));

export const GET = accountRoute("records.view", async ({ accountId, searchParams }) => {
  const filter = fromAddress(dealFilterSchema, Object.fromEntries(searchParams));
  return dealBoard(accountId, filter, shownOf(searchParams.get("shown")));
});

function shownOf(text: string | null): Record<string, number> {
  const pairs = (text ?? "").split(",").flatMap((pair) => {
    const [id, count] = pair.split(":");
    return id && count ? [[id, Number(count)]] : [];
  });
  return shownSchema.safeParse(Object.fromEntries(pairs)).data ?? {};
}
