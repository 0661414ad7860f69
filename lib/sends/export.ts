import { stringify } from "csv-stringify/sync";
import { withAccountSnapshot } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { harmless } from "@/lib/contacts/harmless";
import { majorUnits, minorDigits } from "@/lib/core/money";
import type { Place } from "@/lib/list-place";
import { askFor } from "@/lib/segments/members";
import { listScope } from "./filter";
import { type ReadItem, readSends } from "./read-sends";
import type { SendFilter } from "./schema";

/** In memory at one time; a transaction each, so that neither a slow reader nor one that leaves holds anything open. */
const ROWS = 2_000;

/**
 * All that a filter means as CSV (UTF-8 with a byte-order mark), the newest first, made while it is read. What changes
 * meanwhile is told as it is when its turn comes. Whatever fails on the way fails the stream: a file that ends well is
 * whole. Throws AppError `not_found` for an unknown segment.
 */
export async function exportSends(
  accountId: AccountId,
  filter: SendFilter,
): Promise<ReadableStream<Uint8Array>> {
  await askFor(accountId, filter.segment, new Date());
  await withAccountSnapshot(accountId, (tx) => listScope(tx, filter));
  const encoder = new TextEncoder();
  const header = `\uFEFF${stringify([COLUMNS.map(([name]) => name)])}`;
  let after: Place | null = null;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(header)),
      pull: async (controller) => {
        const rows = await withAccountSnapshot(accountId, async (tx) =>
          readSends(tx, await listScope(tx, filter), { after, limit: ROWS }),
        );
        const lines = rows.map((row) => COLUMNS.map(([, cell]) => harmless(cell(row))));
        if (lines.length > 0) controller.enqueue(encoder.encode(stringify(lines)));
        const last = rows.at(-1);
        after = last ? { at: last.place, id: last.id } : after;
        if (rows.length < ROWS) controller.close();
      },
    },
    // Nothing is read ahead of the reader.
    { highWaterMark: 0 },
  );
}

type Cell = string | number | null;

const COLUMNS: [string, (row: ReadItem) => Cell][] = [
  ["contact", ({ contactName }) => contactName],
  ["sequence", ({ sequenceName }) => sequenceName],
  ["version", ({ versionNumber }) => versionNumber],
  ["step", ({ stepNumber }) => stepNumber],
  ["variant", ({ variantLetter }) => variantLetter],
  ["channel", ({ channel }) => channel],
  ["mode", ({ mode }) => mode],
  ["sent_or_tried_at", ({ at }) => at],
  ["enrolled_at", ({ enrolledAt }) => enrolledAt],
  ["status", ({ status }) => status],
  ["error", ({ errorCode }) => errorCode],
  ["replied_at", ({ repliedAt }) => repliedAt],
  ["reply_intent", ({ replyIntent }) => replyIntent],
  ["opted_out_at", ({ optedOutAt }) => optedOutAt],
  ["converted_at", ({ converted }) => converted?.at ?? null],
  ["goal", ({ converted }) => converted?.event ?? null],
  ["amount", ({ converted }) => (converted ? inUnits(converted) : null)],
  ["currency", ({ converted }) => converted?.currency ?? null],
  ["contact_id", ({ contactId }) => contactId],
  ["enrollment_id", ({ enrollmentId }) => enrollmentId],
];

const inUnits = ({ amount, currency }: NonNullable<ReadItem["converted"]>): string | null =>
  amount === null || !currency ? null : majorUnits(amount, currency).toFixed(minorDigits(currency));
