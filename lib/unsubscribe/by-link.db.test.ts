import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/u/[token]/route";
import { makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { mintAccountId } from "@/lib/accounts/account-id";
import { closeDrivers } from "@/lib/channels/registry";
import { eraseContact } from "@/lib/contacts/erase/mutations";
import { advance } from "@/lib/engine/advance";
import { clockAt, makeMailbox, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { unsubscribeToken } from "@/lib/unsubscribe-token";
import { unsubscribeLink } from "./data";

const database = useTestDatabase();
let smtp: SmtpStub;
let count = 0;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(async () => {
  closeDrivers();
  await smtp.close();
});

/** Somebody who got the first mail of a run, and the link that stands in it. */
async function written() {
  const email = `ana-${++count}@example.com`;
  const started = await startRun({
    inbox: (accountId) => makeMailbox(accountId, smtp.port),
    contact: { email },
    steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
  });
  await advance(started.run, clockAt(NOW));
  const mail = smtp.mails.find(({ to }) => to.includes(email));
  const url = /<([^>]*\/u\/[^>]*)>/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  return { ...started, email, url, token: url.split("/u/")[1] ?? "" };
}

const ONE_CLICK = "List-Unsubscribe=One-Click";
const post = (token: string, body = ONE_CLICK) =>
  POST(
    new Request(`http://localhost/u/${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
    { params: Promise.resolve({ token }) },
  );
const consentsOf = (contactId: string) => database.sql`
  select action, source, channel from consents where contact_id = ${contactId} order by at, id`;
const runOf = async (id: string) =>
  (await database.sql`select status, end_reason from enrollments where id = ${id}`)[0];

describe("the link of a mail", () => {
  it("unsubscribes with one click: no cookie, no redirect, the run over in the same moment", async () => {
    const { token, url, contact, enrollmentId } = await written();
    expect(url).toMatch(/^https?:\/\/[^/]+\/u\/[\w-]{86}$/);
    const answer = await post(token);
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    expect(await runOf(enrollmentId)).toEqual({ status: "ended", end_reason: "opted_out" });
    expect(await consentsOf(contact.id)).toEqual([{ action: "opt_out", source: "link", channel: "email" }]);
    const ledger = await database.sql`
      select kind from ledger where enrollment_id = ${enrollmentId} and because->>'code' = 'unsubscribed_by_link'`;
    expect(ledger).toEqual([{ kind: "opted_out" }]);
  });

  it("takes the form that mail programs send in parts, too", async () => {
    const { token, contact } = await written();
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    const request = new Request(`http://localhost/u/${token}`, { method: "POST", body });
    expect((await POST(request, { params: Promise.resolve({ token }) })).status).toBe(200);
    expect(await consentsOf(contact.id)).toHaveLength(1);
  });

  it("changes nothing when it is only looked at, as scanners do", async () => {
    const { token, contact, enrollmentId } = await written();
    for (let looks = 0; looks < 3; looks++) {
      const answer = await GET(new Request(`http://localhost/u/${token}`), {
        params: Promise.resolve({ token }),
      });
      expect(answer.headers.get("location")).toBe(`/unsubscribe/${token}`);
    }
    expect(await unsubscribeLink(token)).toMatchObject({ isUnsubscribed: false });
    expect((await post(token, "")).status).toBe(400);
    expect(await consentsOf(contact.id)).toEqual([]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "active" });
  });

  it("counts once, however often and at the same time it is clicked", async () => {
    const { token, contact } = await written();
    await Promise.all([1, 2, 3, 4].map(() => post(token)));
    await post(token);
    expect(await consentsOf(contact.id)).toHaveLength(1);
  });

  it("can be taken back, and followed again", async () => {
    const { token, contact, email } = await written();
    const stopped = await post(token, `${ONE_CLICK}&page=yes`);
    expect([stopped.status, stopped.headers.get("location")]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await unsubscribeLink(token)).toMatchObject({
      ...{ isUnsubscribed: true, address: email.replace(/^.*@/, "a•••@"), sender: "hello@shop.example" },
    });
    const again = await post(token, "wish=again&page=yes");
    expect(again.headers.get("location")).toBe(`/unsubscribe/${token}?again`);
    expect(await unsubscribeLink(token)).toMatchObject({ isUnsubscribed: false });
    await post(token, "wish=again&page=yes");
    await post(token);
    expect((await consentsOf(contact.id)).map(({ action }) => action)).toEqual([
      "opt_out",
      "opt_in",
      "opt_out",
    ]);
  });

  it("counts for the address that was written to and for the one that the person has now", async () => {
    const { token, contact, email } = await written();
    await database.sql`
      update contact_identities set value = ${`new-${email}`} where contact_id = ${contact.id} and kind = 'email'`;
    await post(token);
    const [row] = await database.sql`
      select count(*)::int as hashes from suppressions where account_id = ${contact.accountId} and lifted_at is null`;
    expect(row?.hashes).toBe(2);
    expect(await consentsOf(contact.id)).toHaveLength(2);
  });

  it("counts for the person that the contact was merged into", async () => {
    const { token, contact, accountId } = await written();
    const other = await written();
    const [keeper] = await database.sql<{ id: string }[]>`
      insert into contacts (account_id, name) values (${accountId}, 'Ana') returning id`;
    await database.sql`update contacts set merged_into_id = ${keeper?.id ?? ""} where id = ${contact.id}`;
    await database.sql`update contact_identities set contact_id = ${keeper?.id ?? ""} where contact_id = ${contact.id}`;
    expect(await unsubscribeLink(token)).toMatchObject({ isUnsubscribed: false });
    await post(token);
    expect(await unsubscribeLink(token)).toMatchObject({ isUnsubscribed: true });
    expect(await consentsOf(keeper?.id ?? "")).toHaveLength(1);
    expect(await unsubscribeLink(other.token)).toMatchObject({ isUnsubscribed: false });
  });

  it("is calm for somebody who was erased", async () => {
    const { token, contact, accountId } = await written();
    const wish = { contactId: contact.id, typedName: contact.name, actorId: crypto.randomUUID(), now: NOW };
    await eraseContact(accountId, wish);
    expect(await unsubscribeLink(token)).toMatchObject({ isUnsubscribed: true, address: null });
    expect((await post(token)).status).toBe(200);
  });

  it("does nothing when it was made up, or belongs to no account here", async () => {
    const { token, contact } = await written();
    const forged = unsubscribeToken({
      accountId: mintAccountId(crypto.randomUUID()),
      contactId: contact.id,
      messageId: crypto.randomUUID(),
    });
    const cut = token.slice(0, -1);
    for (const each of [cut, "x", `${token}x`]) {
      expect((await post(each)).status).toBe(404);
      expect(await unsubscribeLink(each)).toBeNull();
    }
    expect(await unsubscribeLink(forged)).toBeNull();
    await post(forged);
    expect(await consentsOf(contact.id)).toEqual([]);
  });
});
