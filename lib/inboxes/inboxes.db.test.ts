import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeContact, makeInbox } from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { checkConnection } from "./connection";
import { inboxesOf, inboxOf } from "./data";
import { addInbox, changeInbox, orderInboxes, removeInbox } from "./mutations";
import { pauseInbox, resumeIfMended, resumeInbox } from "./pausing";
import type { InboxForm } from "./schema";
import { storedSecrets } from "./secrets";

const db = useTestDatabase();

const whatsapp: InboxForm = {
  name: "Sales",
  provider: "whatsapp_cloud",
  channel: "whatsapp",
  config: { phoneNumberId: "106540352242922", baseUrl: "http://127.0.0.1:9" },
  secrets: { accessToken: "EAAG-canary-token", appSecret: "canary-app-secret" },
};
const smtp: InboxForm = {
  name: "Support",
  provider: "smtp",
  channel: "email",
  config: { host: "127.0.0.1", port: "9", security: "none", user: "ana", fromAddress: "ana@example.com" },
  secrets: { password: "canary-password" },
};

const gateway: InboxForm = {
  name: "Gateway",
  provider: "http",
  channel: "sms",
  config: { url: "https://gateway.example.com/send" },
  secrets: { signingSecret: "" },
};
const evolution: InboxForm = {
  name: "Second number",
  provider: "evolution",
  channel: "whatsapp",
  config: { baseUrl: "https://evolution.example.com", instance: "shop" },
  secrets: { apiKey: "canary-api-key" },
};

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount();
});

async function secretsOf(id: string) {
  const [row] = await db.sql<{ secrets: string }[]>`select secrets from inboxes where id = ${id}`;
  return storedSecrets(accountId, row?.secrets ?? null);
}

describe("adding an inbox", () => {
  it("seals its credentials and never shows them", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const [row] = await db.sql`select * from inboxes where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain("canary");
    expect(await secretsOf(id)).toMatchObject(whatsapp.secrets);
    const shown = JSON.stringify([await inboxesOf(accountId), await inboxOf(accountId, id)]);
    expect(shown).not.toContain("canary");
  });

  it("makes the webhook's address and a verify token to type in at the provider", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const shown = await inboxOf(accountId, id);
    expect(shown?.webhook?.address).toMatch(new RegExp(`/api/webhooks/whatsapp_cloud/${accountId}/${id}$`));
    expect(shown?.webhook?.secret).toMatch(/^[\w-]{24}$/);
    expect(await secretsOf(id)).toMatchObject({ verifyToken: shown?.webhook?.secret });
  });

  it("makes a signing secret for a gateway that brings none, and shows it", async () => {
    const { id } = await addInbox(accountId, gateway);
    const secret = (await inboxOf(accountId, id))?.webhook?.secret;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await secretsOf(id)).toEqual({ signingSecret: secret, previousSecret: "" });
  });

  it("shows a server that signs nothing an address with a token, and never its key", async () => {
    const { id } = await addInbox(accountId, { ...evolution, isRiskAccepted: true });
    const shown = await inboxOf(accountId, id);
    const { verifyToken = "" } = await secretsOf(id);
    expect(shown?.webhook?.address).toMatch(new RegExp(`/${id}\\?token=${verifyToken}$`));
    expect(shown).toMatchObject({ hasBanRisk: true, webhook: { secret: verifyToken } });
    expect(JSON.stringify(shown)).not.toContain("canary");
  });

  it("adds a number that may be banned only when somebody has read so", async () => {
    for (const isRiskAccepted of [undefined, false]) {
      await expect(addInbox(accountId, { ...evolution, isRiskAccepted })).rejects.toMatchObject({
        fields: { isRiskAccepted: "inbox_ban_risk" },
      });
    }
    expect(await inboxesOf(accountId)).toEqual([]);
  });

  it("puts it at the end of the order", async () => {
    await addInbox(accountId, whatsapp);
    await addInbox(accountId, smtp);
    expect((await inboxesOf(accountId)).map(({ name }) => name)).toEqual(["Sales", "Support"]);
  });

  it.each<[string, Partial<InboxForm>, Record<string, string>]>([
    ["no server", { config: { ...smtp.config, host: "" } }, { "config.host": "required" }],
    [
      "a port that is none",
      { config: { ...smtp.config, port: "99999" } },
      { "config.port": "smtp_port_invalid" },
    ],
    [
      "a sender that is none",
      { config: { ...smtp.config, fromAddress: "ana" } },
      { "config.fromAddress": "email_invalid" },
    ],
    [
      "a password over an open connection",
      { config: { ...smtp.config, host: "smtp.example.com" } },
      { "config.security": "smtp_security_invalid" },
    ],
  ])("refuses %s at its field and stores nothing", async (_, change, fields) => {
    await expect(addInbox(accountId, { ...smtp, ...change })).rejects.toMatchObject({
      code: "invalid",
      fields,
    });
    expect(await inboxesOf(accountId)).toEqual([]);
  });

  it("refuses an empty credential", async () => {
    const refused = addInbox(accountId, { ...whatsapp, secrets: { accessToken: "EAAG", appSecret: "" } });
    await expect(refused).rejects.toMatchObject({ fields: { "secrets.appSecret": "inbox_secret_required" } });
  });

  it("refuses a channel that the provider does not have", async () => {
    await expect(addInbox(accountId, { ...smtp, channel: "whatsapp" })).rejects.toMatchObject({
      code: "invalid",
      fields: { channel: "inbox_channel_unknown" },
    });
  });
});

describe("changing an inbox", () => {
  it("keeps the credentials that were left empty", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const before = await secretsOf(id);
    const secrets = { accessToken: "EAAG-new", appSecret: "" };
    await changeInbox(accountId, { ...whatsapp, id, name: "Renamed", secrets });
    expect(await secretsOf(id)).toEqual({ ...before, accessToken: "EAAG-new" });
    expect((await inboxOf(accountId, id))?.name).toBe("Renamed");
  });

  it("asks for the credentials again before they go to another server", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const config = { ...whatsapp.config, baseUrl: "https://evil.example" };
    const change = changeInbox(accountId, { ...whatsapp, id, config, secrets: {} });
    await expect(change).rejects.toMatchObject({
      fields: {
        "secrets.accessToken": "inbox_secret_again",
        "secrets.appSecret": "inbox_secret_again",
      },
    });
  });

  it("asks for an optional password again too", async () => {
    const { id } = await addInbox(accountId, smtp);
    const config = { ...smtp.config, host: "localhost" };
    const change = changeInbox(accountId, { ...smtp, id, config, secrets: { password: "" } });
    await expect(change).rejects.toMatchObject({ fields: { "secrets.password": "inbox_secret_again" } });
  });

  it("keeps the signing secret before a new one, and the gateway's address is no reason to lose it", async () => {
    const { id } = await addInbox(accountId, gateway);
    const { signingSecret: first } = await secretsOf(id);
    const second = `whsec_${"A".repeat(44)}`;
    const config = { url: "https://other.example.com/" };
    await changeInbox(accountId, { ...gateway, id, config, secrets: { signingSecret: second } });
    expect(await secretsOf(id)).toEqual({ signingSecret: second, previousSecret: first });
    await changeInbox(accountId, { ...gateway, id, secrets: { signingSecret: second } });
    expect(await secretsOf(id)).toEqual({ signingSecret: second, previousSecret: first });
  });

  it("is not possible from another account", async () => {
    const { id } = await addInbox(accountId, smtp);
    const theirs = await makeAccount();
    await expect(changeInbox(theirs, { ...smtp, id })).rejects.toMatchObject({ code: "not_found" });
    expect(await inboxOf(theirs, id)).toBeNull();
  });
});

describe("testing the connection", () => {
  it("says in a sentence that nobody answered, and stores nothing", async () => {
    const answer = await checkConnection(accountId, smtp);
    expect(answer).toMatchObject({ ok: false, detail: expect.stringContaining("127.0.0.1:9") });
    expect(await inboxesOf(accountId)).toEqual([]);
  });

  it("does not send stored credentials to another server", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const config = { ...whatsapp.config, baseUrl: "http://127.0.0.1:10" };
    await expect(checkConnection(accountId, { ...whatsapp, id, config, secrets: {} })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("does not use another account's credentials", async () => {
    const { id } = await addInbox(accountId, whatsapp);
    const theirs = await makeAccount();
    const check = checkConnection(theirs, { ...whatsapp, id, secrets: {} });
    await expect(check).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("pausing and resuming", () => {
  it("forgets why it was paused when a person resumes it", async () => {
    const inbox = await makeInbox(accountId, { status: "paused", pausedBecause: "The token expired." });
    const acting = { id: inbox.id, actorId: randomUUID(), now: new Date() };
    expect(await resumeInbox(accountId, acting)).toEqual({ changed: true });
    expect(await inboxOf(accountId, inbox.id)).toMatchObject({ status: "active", pausedBecause: null });
  });

  it("goes on by itself when its saved settings work, but only where the engine had paused it", async () => {
    const paused = { status: "paused", pausedBecause: "190: The token expired." } as const;
    const byEngine = await makeInbox(accountId, { ...paused, pausedBy: "engine", pausedAt: new Date() });
    const byPerson = await makeInbox(accountId, { ...paused, pausedBy: "person" });
    const acting = { actorId: randomUUID(), now: new Date() };
    expect(await resumeIfMended(accountId, { ...acting, id: byEngine.id })).toBe(true);
    expect(await resumeIfMended(accountId, { ...acting, id: byPerson.id })).toBe(false);
    expect(await inboxOf(accountId, byEngine.id)).toMatchObject({ status: "active" });
    expect(await inboxOf(accountId, byPerson.id)).toMatchObject({ status: "paused" });
  });

  it("happens once when two people press at the same moment", async () => {
    const { id } = await makeInbox(accountId);
    const press = () => pauseInbox(accountId, { id, now: new Date() });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.filter(({ changed }) => changed)).toHaveLength(1);
  });
});

describe("the order of preference", () => {
  it("is what was given, and ids of other accounts change nothing", async () => {
    const [a, b] = [await makeInbox(accountId, { name: "a" }), await makeInbox(accountId, { name: "b" })];
    const theirs = await makeInbox(await makeAccount(), { position: 7 });
    await orderInboxes(accountId, [b.id, theirs.id, a.id]);
    expect((await inboxesOf(accountId)).map(({ name }) => name)).toEqual(["b", "a"]);
    const [row] = await db.sql`select position from inboxes where id = ${theirs.id}`;
    expect(row?.position).toBe(7);
  });
});

describe("removing an inbox", () => {
  it("takes it off the list", async () => {
    const { id } = await makeInbox(accountId);
    await removeInbox(accountId, id, new Date());
    expect(await inboxesOf(accountId)).toEqual([]);
  });

  it("is refused while somebody wrote through it", async () => {
    const { id: inboxId } = await makeInbox(accountId);
    const { id: contactId } = await makeContact(accountId);
    const values = { id: randomUUID(), accountId, inboxId, contactId };
    await withAccount(accountId, (tx) => tx.insert(conversations).values(values));
    await expect(removeInbox(accountId, inboxId, new Date())).rejects.toMatchObject({
      message: "inbox_in_use",
    });
  });
});
