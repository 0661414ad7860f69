import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { raiseAlert, resolveAlert } from "@/lib/engine/alerts";
import { openAlerts } from "./data";
import { dismissAlert } from "./mutations";
import { sendAlerts } from "./send";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
let smtp: SmtpStub;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(() => smtp.close());
beforeEach(() => {
  process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
  process.env.MAIL_FROM = "Follow-ups <alerts@app.example>";
});

const raise = (accountId: AccountId, key: string, now = NOW) =>
  withAccountSql(accountId, (tx) =>
    raiseAlert(tx, accountId, {
      ...{ kind: "inbox_notice", dedupeKey: key, data: { inbox: "Sales", detail: key, code: "N" }, now },
    }),
  );

async function accountWithTeam() {
  const accountId = await makeAccount({ name: `Shop ${Math.random().toString(36).slice(2)}` });
  const administrator = await makeMember(accountId, "administrator");
  const manager = await makeMember(accountId, "manager");
  await makeMember(accountId, "agent");
  await database.sql`update users set locale = 'pt-BR' where id = ${manager}`;
  const mails = () =>
    smtp.mails.filter(({ to }) => to.some((one) => one.includes(administrator) || one.includes(manager)));
  return { accountId, mails, administrator, manager };
}

describe("alerts by mail", () => {
  it("reach administrators and managers in their language, once, and nobody else", async () => {
    const { accountId, mails, manager } = await accountWithTeam();
    await raise(accountId, "first");
    expect(await sendAlerts(accountId, NOW)).toEqual({ kind: "sent" });
    expect(await sendAlerts(accountId, minutes(30))).toEqual({ kind: "nothing" });
    expect(mails()).toHaveLength(2);
    const [own, theirs] = [
      mails().find(({ to }) => to[0]?.includes(manager)),
      mails().find(({ to }) => !to[0]?.includes(manager)),
    ];
    expect(own?.text).toContain("O provedor diz sobre Sales");
    expect(theirs?.text).toContain("The provider says of Sales: first");
    expect(theirs?.text).toContain("/alerts");
  });

  it("come at most once in ten minutes: what follows waits and comes together", async () => {
    const { accountId, mails } = await accountWithTeam();
    await raise(accountId, "first");
    await sendAlerts(accountId, NOW);
    await raise(accountId, "second", minutes(1));
    await raise(accountId, "third", minutes(2));
    expect(await sendAlerts(accountId, minutes(2))).toEqual({ kind: "later", at: minutes(10).toISOString() });
    expect(await sendAlerts(accountId, minutes(10))).toEqual({ kind: "sent" });
    expect(mails()).toHaveLength(4);
    expect(mails().at(-1)?.text).toMatch(/second[\s\S]*third|third[\s\S]*second/);
    expect(mails().at(-1)?.text).not.toContain("first");
  });

  it("are not sent twice by two that send at the same moment, and not for what is over", async () => {
    const { accountId, mails } = await accountWithTeam();
    await raise(accountId, "first");
    await raise(accountId, "over");
    await withAccountSql(accountId, (tx) => resolveAlert(tx, accountId, { dedupeKey: "over", now: NOW }));
    await Promise.all([sendAlerts(accountId, NOW), sendAlerts(accountId, NOW), sendAlerts(accountId, NOW)]);
    expect(mails()).toHaveLength(2);
    expect(mails()[0]?.text).not.toContain("over (N)");
  });

  it("are given back and tried again when surely nobody got them, and only then", async () => {
    const { accountId, mails } = await accountWithTeam();
    await raise(accountId, "first");
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    await expect(sendAlerts(accountId, NOW)).rejects.toThrow("could not be mailed");
    process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
    expect(await sendAlerts(accountId, minutes(1))).toEqual({ kind: "sent" });
    expect(mails()).toHaveLength(2);
    await raise(accountId, "second", minutes(20));
    smtp.failNext({ at: "data", drop: true }, { at: "data", drop: true });
    expect(await sendAlerts(accountId, minutes(20))).toEqual({ kind: "unknown" });
    expect(await sendAlerts(accountId, minutes(40))).toEqual({ kind: "nothing" });
  });

  it("are none without a mail server", async () => {
    const { accountId } = await accountWithTeam();
    await raise(accountId, "first");
    delete process.env.MAIL_URL;
    expect(await sendAlerts(accountId, NOW)).toEqual({ kind: "no_mail" });
  });
});

describe("alerts on the screen", () => {
  it("stand the worst first, and only what somebody may have read can be dismissed", async () => {
    const { accountId, administrator: actorId } = await accountWithTeam();
    await withAccountSql(accountId, (tx) =>
      raiseAlert(tx, accountId, { kind: "inbox_paused", dedupeKey: "p", data: { inbox: "Sales" }, now: NOW }),
    );
    await raise(accountId, "first", minutes(1));
    const [paused, notice] = await openAlerts(accountId);
    expect([paused?.kind, notice?.kind]).toEqual(["inbox_paused", "inbox_notice"]);
    const acting = { actorId, now: minutes(2) };
    await expect(dismissAlert(accountId, { ...acting, id: paused?.id ?? "" })).rejects.toThrow("alert_lasts");
    expect(await dismissAlert(accountId, { ...acting, id: notice?.id ?? "" })).toEqual({ changed: true });
    expect(await openAlerts(accountId)).toHaveLength(1);
  });
});
