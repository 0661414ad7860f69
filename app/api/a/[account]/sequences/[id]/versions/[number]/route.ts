import * as z from "zod";
import { accountRoute } from "@/lib/route";
import { getVersion } from "@/lib/versions/data";

const numberSchema = z.coerce.number().int().min(1).max(1_000_000);

export const GET = accountRoute("sequences.view", ({ accountId, params }) =>
  getVersion(accountId, params.id ?? "", numberSchema.parse(params.number)),
);
