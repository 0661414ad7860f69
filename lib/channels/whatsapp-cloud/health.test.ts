import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startWhatsappStub, type WhatsappFault, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { createWhatsappDriver } from "./driver";
import { inboxAt } from "./fixtures";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
let stub: WhatsappStub;

beforeAll(async () => {
  stub = await startWhatsappStub();
});
afterAll(() => stub.close());
afterEach(() => void stub.requests.splice(0));

const read = () => driver.readHealth?.(inboxAt(stub.url));
const says = (number: object): WhatsappFault => ({
  kind: "status",
  status: 200,
  body: JSON.stringify(number),
});

describe("the health of a number", () => {
  it("is its quality, its speed and how many people it may write to", async () => {
    stub.failNext(
      says({
        ...{ id: "1", quality_rating: "YELLOW", throughput: { level: "STANDARD" } },
        whatsapp_business_manager_messaging_limit: "TIER_2K",
      }),
    );
    expect(await read()).toEqual({
      ...{ quality: "yellow", perSecond: 80, recipientsPerDay: 2_000, checkedAt: expect.any(String) },
    });
    expect(stub.requests[0]?.path).toContain("/v25.0/106540352242922?fields=quality_rating,throughput");
  });

  it.each([
    [{ throughput: { level: "HIGH" } }, { perSecond: 1_000 }],
    [{ throughput: { level: "WARP" } }, {}],
    [{ whatsapp_business_manager_messaging_limit: "TIER_UNLIMITED" }, { recipientsPerDay: null }],
    [{ whatsapp_business_manager_messaging_limit: "TIER_100K" }, { recipientsPerDay: 100_000 }],
    [{ quality_rating: "NA" }, { quality: "unknown" }],
    [{}, {}],
  ])("of %j is %j", async (number, expected) => {
    stub.failNext(says(number));
    const { checkedAt: _, ...health } = (await read()) ?? {};
    expect(health).toEqual(expected);
  });

  it.each<WhatsappFault>([
    { kind: "status", status: 500 },
    { kind: "status", status: 200, body: "<html>" },
    { kind: "status", status: 200, body: "[]" },
    { kind: "error", status: 401, error: { code: 190 } },
    { kind: "reset", when: "after" },
  ])("is not known where Meta answers with $kind", async (fault) => {
    stub.failNext(fault);
    expect(await read()).toBeNull();
  });
});
