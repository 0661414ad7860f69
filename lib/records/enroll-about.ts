import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import { enroll } from "@/lib/enrollments/mutations";
import { AppError } from "@/lib/errors";
import { TABLES } from "./stored";

type Answer = Omit<Awaited<ReturnType<typeof enroll>>, "enrolled"> & { enrolled: number };
type Wish = { recordId: string; kind: RecordKind; sequenceId: string; actorId: string; now: Date };

/** Starts a sequence about this record, for its contact. Throws `not_found` for the record, and as `enroll` does. */
export async function enrollAbout(accountId: AccountId, { recordId, kind, ...wish }: Wish): Promise<Answer> {
  const [record] = await withAccountSql(
    accountId,
    (tx) => tx<{ contact_id: string }[]>`select contact_id from ${tx(TABLES[kind])} where id = ${recordId}`,
  );
  if (!record) throw new AppError("not_found");
  const aboutIds = [recordId];
  const done = await enroll(accountId, { ...wish, contactIds: [record.contact_id], aboutIds });
  return { ...done, enrolled: done.enrolled.length };
}
