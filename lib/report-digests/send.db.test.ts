import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { Role } from "@/lib/core/model";
import { digestOf } from "./data";
import { changeDigest } from "./mutations";
import type { DigestWish } from "./schema";
import { sendAllDigests, sendDigests } from "./send";
import { sendDigestNow } from "./send-now";

const database = useTestDatabase();
let smtp: SmtpStub;
beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(() => smtp.close());
beforeEach(() => {
  process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
  process.env.MAIL_FROM = "Follow-ups <notices@app.example>";
});

/** A moment of the clocks in São Paulo, where test accounts are. The 10th of March 2026 is a Tuesday. */
const at = (local: string) => new Date(`2026-03-${local}:00-03:00`);
const WISHED = at("09T12:00");
const mailsTo = (userId: string) => smtp.mails.filter(({ to }) => to.some((one) => one.includes(userId)));

async function makeWorld() {
  const accountId = await makeAccount({ name: "Sol <Shop>" });
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  const { id } = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: at("08T09:00") });
  /** Messages of one day, so many of them answered. */
  const send = (day: string, sent: number, replied = 0) => database.sql`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at, replied_at)
    select ${accountId}, ${id}, ${contact.id}, new_id(), 0, 'sent', 'sms', ${at(`${day}T10:00`)},
      case when n <= ${replied} then ${at(`${day}T11:00`)}::timestamptz end from generate_series(1, ${sent}) n`;
  return { accountId, sequence, send };
}

async function makeReader(
  { accountId }: Pick<Awaited<ReturnType<typeof makeWorld>>, "accountId">,
  {
    wish = { every: "day", sequence: null },
    role = "agent",
    now = WISHED,
  }: { wish?: DigestWish; role?: Role; now?: Date } = {},
) {
  const userId = await makeMember(accountId, role);
  await changeDigest(accountId, { userId, wish, now });
  return userId;
}

describe("a digest", () => {
  it("tells the figures with what they were before, in the reader's language, as text and as HTML", async () => {
    const world = await makeWorld();
    await world.send("08", 40, 20);
    await world.send("09", 50, 15);
    const userId = await makeReader(world);
    await database.sql`update users set locale = 'pt-BR' where id = ${userId}`;
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 1 });
    const [mail] = mailsTo(userId);
    expect(mail?.headers.subject).toBe("Sol <Shop>: seus números de 9 de março de 2026");
    expect(mail?.text).toContain("Enviadas: 50 (↑ subiu 25%, antes 40)");
    expect(mail?.text).toContain("Respostas: 15, 30% do que foi enviado (↓ caiu 20 pontos, antes 50%)");
    expect(mail?.text).toContain(`/t-${world.accountId}/reports?from=2026-03-09&to=2026-03-09`);
    expect(mail?.text).toContain(`/t-${world.accountId}/overview`);
    expect(mail?.text).toContain(`/t-${world.accountId}/settings/notifications`);
    expect(mail?.html).toContain('<html lang="pt-BR">');
    expect(mail?.html).toContain("Sol &lt;Shop&gt;");
    expect(mail?.html).not.toContain("<Shop>");
    expect(mail?.html).toContain(
      `/t-${world.accountId}/sends?from=2026-03-09&amp;to=2026-03-09&amp;fact=replied`,
    );
  });

  it("says that there is too little to compare rather than a difference of few", async () => {
    const world = await makeWorld();
    await world.send("08", 3, 3);
    await world.send("09", 2);
    const userId = await makeReader(world);
    await sendDigests(world.accountId, at("10T09:00"));
    expect(mailsTo(userId)[0]?.text).toContain(
      "Replies: 0, 0% of what was sent (not enough data to compare)",
    );
  });

  it("is of one sequence where the person wants that, and its links carry it", async () => {
    const world = await makeWorld();
    const other = await makeSequence(world.accountId);
    await world.send("09", 5);
    const own = await makeReader(world, { wish: { every: "day", sequence: world.sequence.sequenceId } });
    const others = await makeReader(world, { wish: { every: "day", sequence: other.sequenceId } });
    expect(await sendDigests(world.accountId, at("10T09:00"))).toMatchObject({ sent: 1, empty: 1 });
    expect(mailsTo(own)[0]?.text).toContain(`sequence=${world.sequence.sequenceId}`);
    expect(mailsTo(others)).toEqual([]);
  });

  it("comes in the morning, every day, Monday or first of a month, as each has chosen", async () => {
    const world = await makeWorld();
    for (const day of ["09", "14", "17", "28"]) await world.send(day, 3);
    const [daily, weekly, monthly] = [
      await makeReader(world),
      await makeReader(world, { wish: { every: "week", sequence: null } }),
      await makeReader(world, { wish: { every: "month", sequence: null } }),
    ];
    const subjects = (userId: string) => mailsTo(userId).map(({ headers }) => headers.subject);
    expect(await sendDigests(world.accountId, at("10T07:59"))).toMatchObject({ sent: 0 });
    await sendDigests(world.accountId, at("10T08:00"));
    expect([daily, weekly, monthly].map((one) => mailsTo(one).length)).toEqual([1, 0, 0]);
    await sendDigests(world.accountId, at("16T08:00"));
    expect(subjects(weekly)).toEqual(["Sol <Shop>: your figures of the week, March 9 – 15, 2026"]);
    await sendDigests(world.accountId, new Date("2026-04-01T11:00:00Z"));
    expect(subjects(monthly)).toEqual(["Sol <Shop>: your figures of the month, March 1 – 31, 2026"]);
  });

  it("comes once, however many senders there are and however often they come", async () => {
    const world = await makeWorld();
    await world.send("09", 3);
    const userId = await makeReader(world);
    await Promise.all(Array.from({ length: 4 }, () => sendDigests(world.accountId, at("10T08:00"))));
    await sendDigests(world.accountId, at("10T20:00"));
    await sendAllDigests(at("11T07:00"));
    expect(mailsTo(userId)).toHaveLength(1);
  });

  it("is of the newest period alone after days on which nothing could be sent", async () => {
    const world = await makeWorld();
    for (const day of ["10", "11", "12"]) await world.send(day, 3);
    const userId = await makeReader(world);
    await sendDigests(world.accountId, at("13T15:00"));
    expect(mailsTo(userId).map(({ headers }) => headers.subject)).toEqual([
      "Sol <Shop>: your figures of March 12, 2026",
    ]);
  });

  it("is left out where nothing happened, and the next one comes all the same", async () => {
    const world = await makeWorld();
    await world.send("12", 3);
    const userId = await makeReader(world);
    expect(await sendDigests(world.accountId, at("11T08:00"))).toMatchObject({ sent: 0, empty: 1 });
    expect(await sendDigests(world.accountId, at("13T08:00"))).toMatchObject({ sent: 1 });
    expect(mailsTo(userId)).toHaveLength(1);
  });

  it("goes to nobody who never asked, has left or lost their account's module, and not later either", async () => {
    const world = await makeWorld();
    for (const day of ["09", "10"]) await world.send(day, 3);
    const silent = await makeMember(world.accountId);
    const left = await makeReader(world);
    const stopped = await makeReader(world);
    await database.sql`delete from members where user_id = ${left}`;
    await changeDigest(world.accountId, { userId: stopped, wish: null, now: WISHED });
    await sendDigests(world.accountId, at("10T08:00"));
    await database.sql`insert into members (account_id, user_id, role) values (${world.accountId}, ${left}, 'agent')`;
    await sendDigests(world.accountId, at("10T12:00"));
    expect([silent, left, stopped].map((one) => mailsTo(one).length)).toEqual([0, 0, 0]);
    await database.sql`update accounts set is_module_on = false where id = ${world.accountId}`;
    await sendAllDigests(at("11T08:00"));
    expect(mailsTo(left)).toEqual([]);
  });
});

describe("a digest that the server did not take", () => {
  it("is tried again an hour later where surely nobody got it, for the newest period", async () => {
    const world = await makeWorld();
    await world.send("09", 3);
    const userId = await makeReader(world);
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 0, givenBack: 1 });
    process.env.MAIL_URL = `smtp://127.0.0.1:${smtp.port}`;
    expect(await sendDigests(world.accountId, at("10T08:45"))).toMatchObject({ sent: 0 });
    expect(await sendDigests(world.accountId, at("10T09:00"))).toMatchObject({ sent: 1 });
    expect(mailsTo(userId)).toHaveLength(1);
  });

  it("is never sent again where somebody may have got it", async () => {
    const world = await makeWorld();
    await world.send("09", 3);
    await makeReader(world);
    smtp.failNext({ at: "data", drop: true });
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 0, unknown: 1 });
    expect(await sendDigests(world.accountId, at("10T12:00"))).toMatchObject({
      sent: 0,
      unknown: 0,
      givenBack: 0,
    });
  });

  it("holds back nobody else's", async () => {
    const world = await makeWorld();
    await world.send("09", 3);
    const readers = [await makeReader(world), await makeReader(world)];
    smtp.failNext({ at: "rcpt", reply: 550, message: "5.1.1 No such user" });
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 1, givenBack: 1 });
    expect(readers.reduce((sum, one) => sum + mailsTo(one).length, 0)).toBe(1);
  });

  it("waits where this installation has no mail server", async () => {
    const world = await makeWorld();
    await world.send("09", 3);
    await makeReader(world);
    delete process.env.MAIL_URL;
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 0, givenBack: 0 });
    expect(await sendAllDigests(at("10T08:00"))).toBe(0);
  });
});

describe("what somebody wants", () => {
  it("is off until they choose, is kept, and begins with the period that ends next", async () => {
    const world = await makeWorld();
    for (const day of ["08", "09"]) await world.send(day, 3);
    const userId = await makeMember(world.accountId);
    expect(await digestOf(world.accountId, userId)).toBeNull();
    const wish: DigestWish = { every: "day", sequence: world.sequence.sequenceId };
    await changeDigest(world.accountId, { userId, wish, now: at("09T12:00") });
    expect(await digestOf(world.accountId, userId)).toEqual(wish);
    expect(await sendDigests(world.accountId, at("09T18:00"))).toMatchObject({ sent: 0 });
    await changeDigest(world.accountId, { userId, wish: { ...wish, sequence: null }, now: at("10T08:30") });
    expect(await sendDigests(world.accountId, at("10T09:00"))).toMatchObject({ sent: 1 });
    await changeDigest(world.accountId, {
      userId,
      wish: { every: "week", sequence: null },
      now: at("10T12:00"),
    });
    expect(await sendDigests(world.accountId, at("10T13:00"))).toMatchObject({ sent: 0 });
  });
});

describe("a digest that somebody asks for now", () => {
  const weekly: DigestWish = { every: "week", sequence: null };

  it("comes at once to them alone, of what they chose, and the regular ones stay as they are", async () => {
    const world = await makeWorld();
    for (const day of ["05", "09"]) await world.send(day, 3);
    const userId = await makeReader(world);
    const other = await makeReader(world);
    const { email } = await sendDigestNow(world.accountId, { userId, wish: weekly, now: at("10T07:00") });
    expect(email).toContain(userId);
    expect(mailsTo(userId).map(({ headers }) => headers.subject)).toEqual([
      "Sol <Shop>: your figures of the week, March 2 – 8, 2026",
    ]);
    expect(mailsTo(other)).toEqual([]);
    expect(await sendDigests(world.accountId, at("10T08:00"))).toMatchObject({ sent: 2 });
  });

  it("is refused in words where nothing was sent, no server takes it or there is none", async () => {
    const world = await makeWorld();
    const userId = await makeMember(world.accountId);
    const asked = { userId, wish: weekly, now: at("10T09:00") };
    await expect(sendDigestNow(world.accountId, asked)).rejects.toMatchObject({ message: "digest_empty" });
    await world.send("05", 3);
    process.env.MAIL_URL = "smtp://127.0.0.1:9";
    await expect(sendDigestNow(world.accountId, asked)).rejects.toMatchObject({
      ...{ code: "unavailable", message: "digest_not_taken" },
    });
    delete process.env.MAIL_URL;
    await expect(sendDigestNow(world.accountId, asked)).rejects.toMatchObject({ message: "digest_mail_off" });
  });
});
