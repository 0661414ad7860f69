import { accountRoute } from "@/lib/route";
import { notesOn } from "@/lib/sequence-files/notes";
import { readSequenceFile } from "@/lib/sequence-files/read-file";
import { fileTextOf } from "@/lib/sequence-files/upload";

/** Reads a sequence file for an editor that is open. Writes nothing: the editor takes the draft as one more change. */
export const POST = accountRoute("sequences.manage", async ({ accountId, request }) => {
  const read = readSequenceFile(await fileTextOf(request));
  return { ...read, notes: await notesOn(accountId, read.draft) };
});
