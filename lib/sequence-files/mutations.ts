import type { AccountId } from "@/lib/accounts/account-id";
import { createSequence } from "@/lib/sequences/mutations";
import { notesOn } from "./notes";
import { readSequenceFile } from "./read-file";
import type { ImportNotes } from "./schema";

/** A new draft from the text of a file. Throws AppError `invalid` as `readSequenceFile`, and then makes nothing. */
export async function importSequence(
  accountId: AccountId,
  { text, actorId, now }: { text: string; actorId: string; now: Date },
): Promise<{ id: string; name: string; notes: ImportNotes }> {
  const read = readSequenceFile(text);
  const notes = await notesOn(accountId, read.draft);
  const { id } = await createSequence(accountId, { ...read, actorId, now });
  return { id, name: read.name, notes };
}
