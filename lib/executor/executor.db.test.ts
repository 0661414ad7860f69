import { describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { makeTenant } from "@/scripts/test/tenant";
import { runOf, runsOf } from "./data";
import { cancelDurableRun, replayDurableRun } from "./mutations";

useTestDatabase();

describe("durable runs", () => {
  it("are listed for the account whose enrollment they drive, and for no other", async () => {
    const tenant = await makeTenant();
    const { runs } = await runsOf(tenant.accountId, {});
    expect(runs).toMatchObject([{ id: tenant.runId, status: "active", eventName: "enrollment/started" }]);
    expect((await runsOf(await makeAccount(), {})).runs).toEqual([]);
  });

  it("are filtered by their state", async () => {
    const tenant = await makeTenant();
    expect((await runsOf(tenant.accountId, { status: "failed" })).runs).toEqual([]);
  });

  it("name the enrollment they drive", async () => {
    const tenant = await makeTenant();
    expect(await runOf(tenant.accountId, tenant.runId)).toMatchObject({ enrollmentId: tenant.enrollmentId });
  });

  it("end when they are cancelled, once", async () => {
    const tenant = await makeTenant();
    await cancelDurableRun(tenant.accountId, tenant.runId);
    expect((await runOf(tenant.accountId, tenant.runId)).status).toBe("cancelled");
    await expect(cancelDurableRun(tenant.accountId, tenant.runId)).rejects.toMatchObject({
      code: "conflict",
      message: "run_finished",
    });
  });

  it("start again from the same event", async () => {
    const tenant = await makeTenant();
    const { id } = await replayDurableRun(tenant.accountId, tenant.runId);
    expect(await runOf(tenant.accountId, id)).toMatchObject({ status: "active", replayOf: tenant.runId });
  });

  it("of another account are not found, whatever is asked of them", async () => {
    const [tenant, other] = [await makeTenant(), await makeAccount()];
    for (const ask of [runOf, cancelDurableRun, replayDurableRun]) {
      await expect(ask(other, tenant.runId)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await runOf(tenant.accountId, tenant.runId)).status).toBe("active");
  });

  it.each(["0", "99999999999999999999", "x"])("with the id %s are not found", async (id) => {
    await expect(runOf(await makeAccount(), id)).rejects.toMatchObject({ code: "not_found" });
  });
});
