import * as z from "zod";
import { RECORD_KINDS } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { recordDetail } from "@/lib/records/detail";
import { accountRoute } from "@/lib/route";

const wantedSchema = z.object({ kind: z.enum(RECORD_KINDS), record: z.uuid() });

export const GET = accountRoute("records.view", async ({ accountId, params }) => {
  const { success, data } = wantedSchema.safeParse(params);
  if (!success) throw new AppError("not_found");
  return recordDetail(accountId, data.kind, data.record);
});
