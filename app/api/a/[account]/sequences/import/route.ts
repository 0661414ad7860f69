import { accountRoute } from "@/lib/route";
import { importSequence } from "@/lib/sequence-files/mutations";
import { fileTextOf } from "@/lib/sequence-files/upload";

/** Makes a draft from a sequence file. */
export const POST = accountRoute("sequences.manage", async ({ accountId, userId, request }) =>
  importSequence(accountId, { text: await fileTextOf(request), actorId: userId, now: new Date() }),
);
