import * as z from "zod";
import { AppError } from "@/lib/errors";
import { accountRoute } from "@/lib/route";
import { sandboxPhone } from "@/lib/sandbox/data";

export const GET = accountRoute("conversations.view", async ({ accountId, params }) => {
  const { success, data } = z.uuid().safeParse(params.conversation);
  if (!success) throw new AppError("not_found");
  return sandboxPhone(accountId, data);
});
