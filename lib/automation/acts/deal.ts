import { withAccountSql } from "@/db/client";
import { moveDeal } from "@/lib/records/deals";
import { type Act, type Acting, done, failed, nothing, ready } from "../acting";

/** The event's deal; without one the contact's open deal, where there is just one. */
export const movingDeal = (stageId: string): Act => ({
  foresee: async (acting) => {
    const stage = await readStage(acting, stageId);
    if (!stage) return failed("stage_gone");
    const data = { stageId, stage };
    const [deal, another] = await dealsOf(acting);
    if (!deal) return nothing("no_deal", data);
    if (another) return nothing("several_deals", data);
    const where = { ...data, dealId: deal.id, deal: deal.title };
    if (deal.status !== "open") return nothing("deal_closed", where);
    return deal.stageId === stageId ? nothing("deal_there", where) : ready("move_deal", where);
  },
  perform: async ({ accountId, actorId, now }, data) => {
    const { isChanged } = await moveDeal(accountId, { dealId: String(data.dealId), stageId, actorId, now });
    return isChanged ? done("moved", data) : nothing("deal_there", data);
  },
});

type Deal = { id: string; title: string; status: string; stageId: string };

const dealsOf = ({ accountId, about }: Acting): Promise<Deal[]> =>
  withAccountSql(accountId, async (tx) => {
    const isAbout = about.record?.kind === "deal" ? about.record.id : null;
    const rows = await tx<Deal[]>`
      select id, title, status, stage_id as "stageId" from deals
      where contact_id = ${about.contact.id} and ${isAbout ? tx`id = ${isAbout}` : tx`status = 'open'`}
      order by id limit 2`;
    return [...rows];
  });

const readStage = ({ accountId }: Acting, stageId: string): Promise<string | null> =>
  withAccountSql(accountId, async (tx) => {
    const [stage] = await tx<{ name: string }[]>`
      select s.name from stages s join pipelines p on p.id = s.pipeline_id
      where s.id = ${stageId} and s.archived_at is null and p.archived_at is null`;
    return stage?.name ?? null;
  });
