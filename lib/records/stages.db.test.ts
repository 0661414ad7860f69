import { beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeDeal } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { moveDeal } from "./deals";
import { firstStage } from "./pipelines";
import { addPipeline, addStage, archivePipeline, archiveStage, orderStages, renameStage } from "./stages";

const database = useTestDatabase();
const BY = { actorId: null, now: new Date("2026-11-18T15:00:00Z") };

let accountId: AccountId;
let contactId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  contactId = (await makeContact(accountId)).id;
  await withAccountSql(accountId, (tx) => firstStage(tx, accountId));
});

const stages = () => database.sql<{ id: string; name: string; pipeline_id: string }[]>`
  select id, name, pipeline_id from stages where account_id = ${accountId} and archived_at is null
  order by pipeline_id, position`;
const ids = async () => (await stages()).map(({ id }) => id) as [string, string, string, string];

describe("a stage that is archived", () => {
  it("sends its open deals where it is told, each with its event, and keeps the closed ones", async () => {
    const [first, second] = await ids();
    const deals = await Promise.all([1, 2, 3].map(() => makeDeal(accountId, contactId, { stageId: first })));
    const won = await makeDeal(accountId, contactId, { stageId: first, status: "won" });
    expect(await archiveStage(accountId, { stageId: first, toStageId: second, ...BY })).toEqual({ moved: 3 });
    const rows = await database.sql`select id, stage_id from deals where account_id = ${accountId}`;
    const stageOf = new Map(rows.map((row) => [row.id, row.stage_id]));
    expect(deals.map(({ id }) => stageOf.get(id))).toEqual([second, second, second]);
    expect(stageOf.get(won.id)).toBe(first);
    const events = await database.sql`select from contact_events where name = 'deal.stage_changed'
      and account_id = ${accountId}`;
    expect(events).toHaveLength(3);
    expect(await ids()).not.toContain(first);
  });

  it("is refused while its deals have nowhere to go, and when it is the last", async () => {
    const [first, ...others] = await ids();
    await makeDeal(accountId, contactId, { stageId: first });
    const archive = (stageId: string, toStageId: string | null) =>
      archiveStage(accountId, { stageId, toStageId, ...BY });
    await expect(archive(first, null)).rejects.toMatchObject({ message: "stage_in_use" });
    await expect(archive(first, first)).rejects.toMatchObject({ message: "stage_in_use" });
    for (const other of others) await archive(other, null);
    await expect(archive(first, null)).rejects.toMatchObject({ message: "last_stage" });
  });

  it("keeps no open deal, even one that is put there at the same moment", async () => {
    const [first, second] = await ids();
    const deal = await makeDeal(accountId, contactId, { stageId: second });
    await Promise.allSettled([
      archiveStage(accountId, { stageId: first, toStageId: second, ...BY }),
      moveDeal(accountId, { dealId: deal.id, stageId: first, ...BY }),
    ]);
    const [stray] = await database.sql`
      select d.id from deals d join stages s on s.id = d.stage_id
      where d.account_id = ${accountId} and s.archived_at is not null`;
    expect(stray).toBeUndefined();
  });
});

describe("a pipeline's settings", () => {
  it("order its stages, and put behind what the order does not name", async () => {
    const [a, b, c, d] = await ids();
    const [stage] = await stages();
    await orderStages(accountId, { pipelineId: stage?.pipeline_id ?? "", stageIds: [c, a, d] });
    expect(await ids()).toEqual([c, a, d, b]);
  });

  it("add a stage at the end, and rename it", async () => {
    const [stage] = await stages();
    const { id } = await addStage(accountId, { pipelineId: stage?.pipeline_id ?? "", name: "Contract" });
    await renameStage(accountId, { stageId: id, name: "Signing" });
    expect((await stages()).at(-1)).toMatchObject({ id, name: "Signing" });
  });

  it("keep one pipeline, and every one that has open deals", async () => {
    const [stage] = await stages();
    const old = { pipelineId: stage?.pipeline_id ?? "", now: BY.now };
    await expect(archivePipeline(accountId, old)).rejects.toMatchObject({ message: "last_pipeline" });
    const added = await addPipeline(accountId, { name: "Renewals", stageName: "Due" });
    await makeDeal(accountId, contactId, { stageId: stage?.id });
    await expect(archivePipeline(accountId, old)).rejects.toMatchObject({ message: "pipeline_in_use" });
    await archivePipeline(accountId, { pipelineId: added.id, now: BY.now });
    await expect(addStage(accountId, { pipelineId: added.id, name: "More" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("are the account's own", async () => {
    const [first] = await ids();
    const stranger = await makeAccount();
    await expect(renameStage(stranger, { stageId: first, name: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
