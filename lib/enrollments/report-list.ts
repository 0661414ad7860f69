import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Eligible } from "./eligibility";
import { judgedParts, type ReportWish } from "./report";

/** One line behind a number of the report. */
type ReportedContact = {
  contactId: string;
  name: string;
  /** What the run would be, or is, about: the title of the record; null where there is none. */
  about: string | null;
  /** Of one who runs already. */
  enrollmentId: string | null;
};

type ReportedList = { rows: ReportedContact[]; next: string | null };

type Wish = ReportWish & {
  /** `enrollable`, `existing` or the code of a refusal. */
  verdict: string;
  /** The sequence that holds them, for the code `exclusive`. */
  other?: string | undefined;
  after?: string | undefined;
};

const PAGE_SIZE = 50;

type Line = { contactId: string; aboutId: string | null; enrollmentId: string | null };

/** The contacts behind one number of the report, in the order of their ids. */
export const listReported = (accountId: AccountId, wish: Wish): Promise<ReportedList> =>
  withAccountSql(accountId, async (tx) => {
    const lines: Line[] = [];
    for await (const { verdict } of judgedParts(tx, { ...wish, after: wish.after ?? null })) {
      lines.push(...pick(verdict, wish).sort((a, b) => (a.contactId < b.contactId ? -1 : 1)));
      if (lines.length > PAGE_SIZE) break;
    }
    const { page, hasMore } = cut(lines);
    return {
      rows: await named(tx, page),
      next: hasMore ? (page.at(-1)?.contactId ?? null) : null,
    };
  });

function pick(
  { free, existing, refused }: Eligible,
  { verdict, other }: Pick<Wish, "verdict" | "other">,
): Line[] {
  if (verdict === "enrollable")
    return free.map(({ contactId, aboutId }) => ({ contactId, aboutId, enrollmentId: null }));
  if (verdict === "existing") return [...existing];
  return refused
    .filter((one) => one.code === verdict && (other === undefined || one.other === other))
    .map(({ contactId }) => ({ contactId, aboutId: null, enrollmentId: null }));
}

/** A page ends between two contacts, so that the next one begins behind the last of them. */
function cut(lines: Line[]): { page: Line[]; hasMore: boolean } {
  if (lines.length <= PAGE_SIZE) return { page: lines, hasMore: false };
  const last = lines[PAGE_SIZE - 1]?.contactId ?? "";
  return {
    page: lines.filter(({ contactId }) => contactId <= last),
    hasMore: lines.some(({ contactId }) => contactId > last),
  };
}

async function named(tx: SqlTx, lines: Line[]): Promise<ReportedContact[]> {
  const contactIds = lines.map((line) => line.contactId);
  const aboutIds = lines.flatMap((line) => line.aboutId ?? []);
  const [names, titles] = await Promise.all([
    tx<{ id: string; name: string }[]>`select id, name from contacts where id = any(${contactIds})`,
    tx<{ id: string; title: string }[]>`
      select id, title from deals where id = any(${aboutIds}) union all
      select id, title from appointments where id = any(${aboutIds}) union all
      select id, title from charges where id = any(${aboutIds})`,
  ]);
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  const titleOf = new Map(titles.map((row) => [row.id, row.title]));
  return lines.map(({ contactId, aboutId, enrollmentId }) => ({
    contactId,
    name: nameOf.get(contactId) ?? "",
    about: (aboutId && titleOf.get(aboutId)) || null,
    enrollmentId,
  }));
}
