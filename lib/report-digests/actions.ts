"use server";

import { accountAction } from "@/lib/action";
import { changeDigest } from "./mutations";
import { digestFormSchema, digestNowSchema } from "./schema";
import { sendDigestNow } from "./send-now";

/** Whoever sees reports may get them by email: this changes nobody else's. */
export const changeDigestAction = accountAction("reports.view")
  .inputSchema(digestFormSchema)
  .action(async ({ parsedInput: { every, sequence }, ctx }) =>
    changeDigest(ctx.accountId, {
      userId: ctx.userId,
      wish: every === "off" ? null : { every, sequence: sequence ?? null },
      now: new Date(),
    }),
  );

export const sendDigestNowAction = accountAction("reports.view")
  .inputSchema(digestNowSchema)
  .action(async ({ parsedInput: { every, sequence }, ctx }) =>
    sendDigestNow(ctx.accountId, {
      userId: ctx.userId,
      wish: { every, sequence: sequence ?? null },
      now: new Date(),
    }),
  );
