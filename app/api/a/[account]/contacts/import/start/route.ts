import { inspectCsv } from "@/lib/contacts/import/inspect";
import { uploadOf } from "@/lib/contacts/import/upload";
import { accountRoute } from "@/lib/route";

/** Reads the columns and the first rows of the start of a CSV file, and guesses the mapping. Writes nothing. */
export const POST = accountRoute("contacts.manage", ({ request }) => inspectCsv(uploadOf(request)));
