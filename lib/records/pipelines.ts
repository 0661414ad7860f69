import type { SqlTx } from "@/db/client";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/locale";

/** The pipeline that an account begins with. */
const DEFAULT_PIPELINE: Record<Locale, { name: string; stages: string[] }> = {
  en: { name: "Sales", stages: ["New", "Contacted", "Proposal", "Negotiation"] },
  "pt-BR": { name: "Vendas", stages: ["Novo", "Contatado", "Proposta", "Negociação"] },
  es: { name: "Ventas", stages: ["Nuevo", "Contactado", "Propuesta", "Negociación"] },
};

/**
 * Where a deal begins that names no stage: the first stage of the account's first pipeline. An account without a
 * pipeline gets one, in its language; two at once make one.
 */
export async function firstStage(tx: SqlTx, accountId: string): Promise<string> {
  const known = await findFirstStage(tx);
  if (known) return known;
  await tx`select pg_advisory_xact_lock(hashtextextended(${`pipelines:${accountId}`}, 0))`;
  return (await findFirstStage(tx)) ?? makeDefaultPipeline(tx, accountId);
}

/** A deal may go into this stage. Throws `not_found`, and `conflict` for one that is archived. */
export async function passStage(tx: SqlTx, stageId: string): Promise<void> {
  const [stage] = await tx<{ is_archived: boolean }[]>`
    select s.archived_at is not null or p.archived_at is not null as is_archived
    from stages s join pipelines p on p.id = s.pipeline_id where s.id = ${stageId} for share of s`;
  if (!stage) throw new AppError("not_found");
  if (stage.is_archived) throw new AppError("conflict", "stage_archived");
}

async function findFirstStage(tx: SqlTx): Promise<string | undefined> {
  const [stage] = await tx<{ id: string }[]>`
    select s.id from stages s join pipelines p on p.id = s.pipeline_id
    where p.archived_at is null and s.archived_at is null
    order by p.position, p.id, s.position, s.id limit 1`;
  return stage?.id;
}

async function makeDefaultPipeline(tx: SqlTx, accountId: string): Promise<string> {
  const [settings] = await tx<{ locale: Locale | null }[]>`
    select settings->>'locale' as locale from module_settings`;
  const { name, stages } = DEFAULT_PIPELINE[settings?.locale ?? "en"];
  const [pipeline] = await tx<{ id: string }[]>`
    insert into pipelines (account_id, name) values (${accountId}, ${name}) returning id`;
  const [first] = await tx<{ id: string }[]>`
    insert into stages (account_id, pipeline_id, name, position)
    select ${accountId}, ${pipeline?.id ?? null}, s.name, s.place - 1
    from unnest(${stages}::text[]) with ordinality s(name, place)
    order by s.place returning id`;
  if (!first) throw new Error("The insert returned no stage.");
  return first.id;
}
