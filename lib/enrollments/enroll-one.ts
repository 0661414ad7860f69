import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { enroll } from "./mutations";

type Wish = {
  sequenceId: string;
  contactId: string;
  aboutId?: string | undefined;
  actorId: string;
  now: Date;
};

/** What became of the attempt to enroll one contact. */
type EnrolledOne = {
  enrolled: string[];
  /** The runs that live already, with the step that comes next. */
  existing: { enrollmentId: string; stepNumber: number | null }[];
  refused: { code: string; other: string | null }[];
};

/** Enrolls one contact by hand. A second attempt changes nothing and answers with the run that exists. */
export async function enrollOne(
  accountId: AccountId,
  { contactId, aboutId, ...wish }: Wish,
): Promise<EnrolledOne> {
  const { enrolled, existing, refused } = await enroll(accountId, {
    ...wish,
    contactIds: [contactId],
    ...(aboutId && { aboutIds: [aboutId] }),
  });
  const ids = existing.map((one) => one.enrollmentId);
  const steps = ids.length > 0 ? await stepNumbers(accountId, ids) : new Map<string, number | null>();
  return {
    enrolled: enrolled.map((one) => one.enrollmentId),
    existing: ids.map((enrollmentId) => ({ enrollmentId, stepNumber: steps.get(enrollmentId) ?? null })),
    refused: refused.map(({ code, other = null }) => ({ code, other })),
  };
}

async function stepNumbers(accountId: AccountId, ids: string[]): Promise<Map<string, number | null>> {
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string; number: number | null }[]>`
      select e.id, (select n::int from jsonb_array_elements(v.snapshot->'steps') with ordinality as step(value, n)
        where value->>'id' = e.step_id::text) as number
      from enrollments e join sequence_versions v on v.id = e.version_id where e.id = any(${ids})`,
  );
  return new Map(rows.map((row) => [row.id, row.number]));
}
