import { createReadStream } from "node:fs";
import { expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { importContacts } from "./import-contacts";
import { inspectCsv } from "./inspect";
import type { ImportReport } from "./report";

useTestDatabase();

/** As the screen does it: the guessed mapping, then the import. */
async function importFile(accountId: AccountId, name: string) {
  const file = () => createReadStream(`e2e/fixtures/${name}`);
  const { guess } = await inspectCsv(file());
  const events = importContacts(accountId, file(), { mapping: guess, isDryRun: false, now: new Date() });
  let report: ImportReport | undefined;
  for await (const event of events) if (event.kind === "done") report = event.report;
  return { guess, report };
}

it("the shipped contact list is imported whole with the guessed columns", async () => {
  const { guess, report } = await importFile(await makeAccount(), "contacts.csv");
  expect(guess).toEqual(["name", "phone", "email", "timeZone", "attribute:plan"]);
  expect(report).toMatchObject({ rows: 5, created: 5, unusable: 0 });
});

it("of the malformed list, in Latin-1, each bad line is told and the good ones are imported", async () => {
  const { guess, report } = await importFile(await makeAccount(), "contacts-malformed.csv");
  expect(guess).toEqual(["name", "phone", "email", "timeZone", "attribute:plano"]);
  expect(report).toMatchObject({ rows: 10, created: 2, updated: 0, unusable: 8 });
  expect(report?.problems.map(({ line, code }) => [line, code])).toEqual([
    [3, "quote_bad"],
    [4, "phone_invalid"],
    [5, "email_invalid"],
    [6, "zone_unknown"],
    [7, "duplicate_in_file"],
    [8, "column_count"],
    [9, "no_address"],
    [10, "quote_open"],
  ]);
});
