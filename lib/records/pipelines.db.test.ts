import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { firstStage } from "./pipelines";

const database = useTestDatabase();

describe("the stage that a deal begins in", () => {
  it("is of a pipeline made for the account in its language, once however many ask at once", async () => {
    const accountId = await makeAccount({ settings: { locale: "pt-BR" } });
    const ask = () => withAccountSql(accountId, (tx) => firstStage(tx, accountId));
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers).size).toBe(1);
    const stages = await database.sql`
      select p.name as pipeline, s.name from stages s join pipelines p on p.id = s.pipeline_id
      where s.account_id = ${accountId} order by s.position`;
    expect(stages.map((stage) => stage.name)).toEqual(["Novo", "Contatado", "Proposta", "Negociação"]);
    expect(stages.map((stage) => stage.pipeline)).toEqual(Array(4).fill("Vendas"));
  });

  it("is the first that is in use, in the order of the board", async () => {
    const accountId = await makeAccount();
    await withAccountSql(accountId, (tx) => firstStage(tx, accountId));
    const rows = await database.sql`
      update stages set archived_at = case when position = 0 then now() end
      where account_id = ${accountId} returning id, position`;
    const second = rows.find((row) => row.position === 1);
    expect(await withAccountSql(accountId, (tx) => firstStage(tx, accountId))).toBe(second?.id);
  });
});
