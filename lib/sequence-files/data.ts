import "server-only";
import { eq } from "drizzle-orm";
import * as z from "zod";
import { withAccount } from "@/db/client";
import { sequences } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { fileNameOf, sequenceFileOf } from "./write-file";

/** The draft of a sequence as the text of a file. Throws `not_found`. */
export const exportSequence = (
  accountId: AccountId,
  { sequenceId, now }: { sequenceId: string; now: Date },
): Promise<{ fileName: string; text: string }> =>
  withAccount(accountId, async (tx) => {
    if (!z.uuid().safeParse(sequenceId).success) throw new AppError("not_found");
    const [row] = await tx
      .select({
        name: sequences.name,
        description: sequences.description,
        tags: sequences.tags,
        draft: sequences.draft,
      })
      .from(sequences)
      .where(eq(sequences.id, sequenceId));
    if (!row) throw new AppError("not_found");
    return {
      fileName: fileNameOf(row.name),
      text: `${JSON.stringify(sequenceFileOf(row, now), null, 2)}\n`,
    };
  });
