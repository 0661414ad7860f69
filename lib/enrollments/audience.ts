import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching } from "@/lib/contacts/filter";
import { AppError } from "@/lib/errors";
import { MAX_COUNTED } from "@/lib/keyset";
import type { Eligible } from "./eligibility";
import { previewEnroll } from "./mutations";
import type { Audience } from "./schema";

/** The contacts that are meant, up to 10,000. Throws AppError `invalid` for none and for more. */
export async function contactIdsOf(accountId: AccountId, audience: Audience): Promise<string[]> {
  const ids = audience.kind === "contacts" ? audience.ids : await matchingIds(accountId, audience);
  if (ids.length === 0) throw new AppError("invalid", "enroll_none");
  if (ids.length > MAX_COUNTED)
    throw new AppError("invalid", "enroll_too_many", { data: { max: MAX_COUNTED } });
  return ids;
}

async function matchingIds(accountId: AccountId, { filter }: Extract<Audience, { kind: "filter" }>) {
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select c.id from contacts c where ${matching(tx, filter)} order by c.id desc limit ${MAX_COUNTED + 1}`,
  );
  return rows.map((row) => row.id);
}

export type EnrollReport = {
  enrollable: number;
  /** Those who run already: they keep the run they have. */
  existing: number;
  /** How many are refused for each reason, with the names of some. */
  refused: { code: string; count: number; names: string[] }[];
};

const MAX_NAMES = 5;

/** Who of the audience `enroll` would take now, and who not and why. Writes nothing. */
export async function reportEnroll(
  accountId: AccountId,
  { sequenceId, audience, now }: { sequenceId: string; audience: Audience; now: Date },
): Promise<EnrollReport> {
  const contactIds = await contactIdsOf(accountId, audience);
  const { free, existing, refused } = await previewEnroll(accountId, { sequenceId, contactIds, now });
  const byCode = grouped(refused);
  const shown = [...byCode.values()].flatMap((some) => some.slice(0, MAX_NAMES).map((one) => one.contactId));
  const nameOf = await namesOf(accountId, shown);
  return {
    enrollable: free.length,
    existing: existing.length,
    refused: [...byCode].map(([code, some]) => ({
      code,
      count: some.length,
      names: some.slice(0, MAX_NAMES).flatMap((one) => nameOf.get(one.contactId) ?? []),
    })),
  };
}

function grouped(refused: Eligible["refused"]) {
  const byCode = new Map<string, Eligible["refused"]>();
  for (const one of refused) {
    const same = byCode.get(one.code);
    if (same) same.push(one);
    else byCode.set(one.code, [one]);
  }
  return byCode;
}

async function namesOf(accountId: AccountId, ids: string[]): Promise<Map<string, string>> {
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string; name: string }[]>`select id, name from contacts where id = any(${ids})`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
