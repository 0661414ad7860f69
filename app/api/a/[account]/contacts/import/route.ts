import { importContacts } from "@/lib/contacts/import/import-contacts";
import { fileNameOf, importAnswer, mappingOf, uploadOf } from "@/lib/contacts/import/upload";
import { accountRoute } from "@/lib/route";

/** Imports the CSV file in the body, or with `?dryRun=1` tells what that would do. Answers line by line. */
export const POST = accountRoute(
  "contacts.manage",
  async ({ accountId, userId, request, searchParams, locale }) => {
    const events = importContacts(accountId, uploadOf(request), {
      mapping: mappingOf(request),
      isDryRun: searchParams.get("dryRun") === "1",
      now: new Date(),
      fileName: fileNameOf(request),
      actorId: userId,
      signal: request.signal,
    });
    return importAnswer(events, locale);
  },
);
