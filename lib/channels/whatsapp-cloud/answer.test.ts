import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { createWhatsappDriver } from "./driver";
import { inboxAt, textMessage } from "./fixtures";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
let stub: WhatsappStub;

beforeAll(async () => {
  stub = await startWhatsappStub();
});
afterAll(() => stub.close());

const send = () => driver.send(inboxAt(stub.url), textMessage());

describe("what the answer says besides the message's id", () => {
  const answered = (contact: object, message: object = {}) => {
    const body = JSON.stringify({ contacts: [contact], messages: [{ id: "wamid.1", ...message }] });
    stub.failNext({ kind: "status", status: 200, body });
    return send();
  };

  it("is what WhatsApp calls the recipient, where we call them otherwise", async () => {
    expect(await answered({ input: "+5511987654321", wa_id: "551187654321", user_id: "BR.1" })).toEqual({
      kind: "accepted",
      providerId: "wamid.1",
      identities: [
        { kind: "whatsapp", value: "551187654321" },
        { kind: "whatsapp", value: "BR.1" },
      ],
    });
    expect(await answered({ input: "+5511987654321", wa_id: "5511987654321" })).not.toHaveProperty(
      "identities",
    );
  });

  it.each(["held_for_quality_assessment", "paused"])("is that the template is %s", async (message_status) => {
    expect(await answered({}, { message_status })).toMatchObject({
      noted: { messageStatus: message_status },
    });
  });

  it("is nothing where it was simply accepted, or has another shape", async () => {
    expect(await answered({}, { message_status: "accepted" })).toEqual({
      kind: "accepted",
      providerId: "wamid.1",
    });
    expect(await answered({ wa_id: 7 }, { message_status: 7 })).toEqual({
      kind: "accepted",
      providerId: "wamid.1",
    });
  });
});
