import type { SqlTx } from "@/db/client";
import type { News } from "./news";
import type { Columns } from "./stored";

/** The columns that the news speak of, besides the status. */
export async function toldColumns(tx: SqlTx, news: News): Promise<Columns> {
  const said: Said = { title: news.title, ...(await ownOf(tx, news)) };
  return Object.fromEntries(
    Object.entries(said).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])),
  );
}

type Said = Record<string, Columns[string] | undefined>;

async function ownOf(tx: SqlTx, news: News): Promise<Said> {
  switch (news.kind) {
    case "deal":
      return {
        ...priceOf(news),
        expected_close_on: news.expectedCloseOn,
        stage_id: await stageNamed(tx, news.stage),
        lost_reason: news.status === "lost" ? news.lostReason || undefined : undefined,
      };
    case "appointment":
      return { starts_at: news.startsAt, ends_at: news.endsAt, location: news.location };
    case "charge":
      return { ...priceOf(news), due_on: news.dueOn, payment_url: news.paymentUrl };
  }
}

/** An amount says nothing without its currency; a currency alone would make another amount of the one that is known. */
function priceOf({ amount, currency }: { amount?: number | null; currency?: string }): Said {
  if (amount === null) return { amount, currency: null };
  return amount !== undefined && currency !== undefined ? { amount, currency } : {};
}

async function stageNamed(tx: SqlTx, name: string | undefined): Promise<string | undefined> {
  if (!name) return undefined;
  const [stage] = await tx<{ id: string }[]>`
    select s.id from stages s join pipelines p on p.id = s.pipeline_id
    where lower(s.name) = lower(${name}) and s.archived_at is null and p.archived_at is null
    order by p.position, p.id, s.position, s.id limit 1`;
  return stage?.id;
}

/** What every record of the kind has; the database would refuse one without. */
const NEEDED: Record<News["kind"], string[]> = {
  deal: ["title"],
  appointment: ["title", "starts_at"],
  charge: ["title", "amount", "currency", "due_on"],
};

export const isComplete = (kind: News["kind"], values: Columns): boolean =>
  NEEDED[kind].every((column) => values[column] !== undefined && values[column] !== null);
