import { describe, expect, it } from "vitest";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { driverOf } from "./registry";

describe("registry", () => {
  it.each(PROVIDERS)("has a driver for %s with at least one channel", (provider) => {
    const driver = driverOf(provider);
    expect(driver.provider).toBe(provider);
    expect(driver.channels.length).toBeGreaterThan(0);
  });

  it("lets the sandbox take every message, the same message under the same id", async () => {
    const inbox = { id: "1", channel: "email" as const, config: {}, secrets: {}, webhookUrl: "" };
    const message = {
      id: "018f4e1e-0000-7000-8000-000000000001",
      to: "ana@example.com",
      toName: "Ana",
      locale: "en",
      content: { type: "text" as const, text: "Hi", subject: null },
      references: [],
    };
    const first = await driverOf("sandbox").send(inbox, message);
    expect(first).toEqual({ kind: "accepted", providerId: `sandbox-${message.id}` });
    expect(await driverOf("sandbox").send(inbox, message)).toEqual(first);
  });
});
