import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { defineAttribute } from "@/lib/attributes/mutations";
import { AppError } from "@/lib/errors";
import { listContacts } from "./data";
import { contactDetail } from "./detail";
import { block, createContact, lift, suppress, unblock, updateContact } from "./mutations";
import type { ContactForm } from "./schema";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");

const form = (over: Partial<ContactForm> = {}): ContactForm => ({
  name: "Ana Souza",
  firstName: "",
  phone: "",
  email: "",
  timeZone: "",
  preferredChannel: "",
  attributes: [],
  ...over,
});

const arrange = async () => {
  const accountId = await makeAccount();
  return { accountId, actor: { actorId: await makeMember(accountId), now: NOW } };
};

const withRun = async () => {
  const { accountId, actor } = await arrange();
  await makeInbox(accountId);
  const contact = await makeContact(accountId, { phone: "+5511987654321", email: "ana@example.com" });
  const run = await makeEnrollment(accountId, await makeSequence(accountId), contact.id);
  return { accountId, actor, contactId: contact.id, runId: run.id };
};

const runOf = async (id: string) =>
  (await database.sql`select status, end_reason from enrollments where id = ${id}`)[0];

describe("createContact", () => {
  it("completes the phone by the account's country and derives the WhatsApp id", async () => {
    const { accountId, actor } = await arrange();
    const contact = form({ phone: "(11) 98765-4321", email: "ANA@example.com" });
    const { contactId } = await createContact(accountId, { contact, ...actor });
    expect(await contactDetail(accountId, contactId)).toMatchObject({
      name: "Ana Souza",
      firstName: "Ana",
      identities: [
        { kind: "phone", value: "+5511987654321" },
        { kind: "email", value: "ana@example.com" },
        { kind: "whatsapp", value: "5511987654321" },
      ],
    });
  });

  it.each([
    [{ phone: "123" }, "phone"],
    [{ email: "ana@" }, "email"],
  ])("refuses %j at its field and keeps nothing", async (over, field) => {
    const { accountId, actor } = await arrange();
    const refused = createContact(accountId, { contact: form(over), ...actor });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    expect((await listContacts(accountId, {}, {})).count).toBe(0);
  });

  it("refuses the address of another contact, and of two at once makes one", async () => {
    const { accountId, actor } = await arrange();
    const contact = form({ email: "ana@example.com" });
    const made = await Promise.allSettled([1, 2].map(() => createContact(accountId, { contact, ...actor })));
    expect(made.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(made.find((each) => each.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    expect((await listContacts(accountId, {}, {})).count).toBe(1);
  });

  it("gives two accounts the same address", async () => {
    const [one, two] = [await arrange(), await arrange()];
    const contact = form({ email: "ana@example.com" });
    await createContact(one.accountId, { contact, ...one.actor });
    await expect(createContact(two.accountId, { contact, ...two.actor })).resolves.toBeTruthy();
  });
});

describe("updateContact", () => {
  it("replaces the address in use", async () => {
    const { accountId, actor, contactId } = await withRun();
    const contact = form({ phone: "+351912345678", attributes: [{ key: "plan", value: "gold" }] });
    await updateContact(accountId, { contactId, contact, ...actor });
    expect(await contactDetail(accountId, contactId)).toMatchObject({
      attributes: { plan: "gold" },
      identities: [
        { kind: "phone", value: "+351912345678" },
        { kind: "whatsapp", value: "351912345678" },
      ],
    });
  });

  it("tells what changed, and nothing where nothing did", async () => {
    const { accountId, actor, contactId } = await withRun();
    const contact = form({ phone: "+351912345678", attributes: [{ key: "plan", value: "gold" }] });
    await updateContact(accountId, { contactId, contact, ...actor });
    await updateContact(accountId, { contactId, contact, ...actor });
    const events = await database.sql`select name, data from contact_events where contact_id = ${contactId}`;
    expect([...events]).toEqual([
      { name: "contact.updated", data: { changed: "email,first_name,phone,plan" } },
    ]);
  });

  it("keeps values by their defined type, and refuses each that does not fit at its field", async () => {
    const { accountId, actor, contactId } = await withRun();
    for (const [key, type] of [
      ["age", "number"],
      ["born", "date"],
      ["vip", "checkbox"],
    ] as const)
      await defineAttribute(accountId, { key, label: key, type, options: [] });
    const save = (attributes: ContactForm["attributes"]) =>
      updateContact(accountId, {
        contactId,
        contact: form({ email: "ana@example.com", attributes }),
        ...actor,
      });
    await save([
      { key: "age", value: "40,5" },
      { key: "born", value: "1984-02-29" },
      { key: "vip", value: "true" },
      { key: "city", value: "Porto" },
    ]);
    const values = { age: 40.5, born: "1984-02-29", vip: true, city: "Porto" };
    expect(await contactDetail(accountId, contactId)).toMatchObject({ attributes: values });
    const wrong = [
      { key: "age", value: "old" },
      { key: "born", value: "1984-02-30" },
    ];
    await expect(save(wrong)).rejects.toMatchObject({
      code: "invalid",
      fields: { attribute_age: "attribute_number", attribute_born: "attribute_date" },
    });
    expect(await contactDetail(accountId, contactId)).toMatchObject({ attributes: values });
  });

  it("leaves a value that a later definition would refuse until it is changed", async () => {
    const { accountId, actor, contactId } = await withRun();
    const save = (value: string) =>
      updateContact(accountId, {
        contactId,
        contact: form({ email: "ana@example.com", attributes: [{ key: "age", value }] }),
        ...actor,
      });
    await save("forty");
    await defineAttribute(accountId, { key: "age", label: "Age", type: "number", options: [] });
    await save("forty");
    expect((await contactDetail(accountId, contactId)).attributes).toEqual({ age: "forty" });
    await expect(save("fifty")).rejects.toMatchObject({ fields: { attribute_age: "attribute_number" } });
    await save("50");
    expect((await contactDetail(accountId, contactId)).attributes).toEqual({ age: 50 });
  });

  it("an opt-out follows the person to a new number", async () => {
    const { accountId, actor, contactId } = await withRun();
    await suppress(accountId, { contactId, channel: null, ...actor });
    await updateContact(accountId, { contactId, contact: form({ phone: "+351912345678" }), ...actor });
    expect((await contactDetail(accountId, contactId)).suppressed).toEqual(["all"]);
  });

  it("refuses to take an address away from another contact and changes nothing", async () => {
    const { accountId, actor, contactId } = await withRun();
    await makeContact(accountId, { phone: "+351912345678" });
    const contact = form({ name: "Changed", phone: "+351912345678" });
    const before = await contactDetail(accountId, contactId);
    await expect(updateContact(accountId, { contactId, contact, ...actor })).rejects.toMatchObject({
      code: "conflict",
      fields: { phone: "address_taken" },
    });
    expect(await contactDetail(accountId, contactId)).toEqual(before);
  });
});

describe("suppress and lift", () => {
  it("an opt-out by hand ends the live runs and is logged with who did it", async () => {
    const { accountId, actor, contactId, runId } = await withRun();
    expect(await suppress(accountId, { contactId, channel: null, ...actor })).toEqual({ ended: [runId] });
    expect(await runOf(runId)).toEqual({ status: "ended", end_reason: "opted_out" });
    const detail = await contactDetail(accountId, contactId);
    expect(detail.suppressed).toEqual(["all"]);
    expect(detail.consents).toMatchObject([
      { action: "opt_out", source: "person", channel: null, actorName: "Member administrator" },
    ]);
    expect((await listContacts(accountId, {}, {})).rows).toMatchObject([{ isSuppressed: true }]);
  });

  it("lifting it leaves both in the log", async () => {
    const { accountId, actor, contactId } = await withRun();
    await suppress(accountId, { contactId, channel: null, ...actor });
    await lift(accountId, { contactId, channel: null, ...actor, now: new Date(NOW.getTime() + 1000) });
    const detail = await contactDetail(accountId, contactId);
    expect(detail.suppressed).toEqual([]);
    expect(detail.consents.map((each) => each.action)).toEqual(["opt_in", "opt_out"]);
  });

  it("an opt-out of one channel leaves the run to the others", async () => {
    const { accountId, actor, contactId } = await withRun();
    await suppress(accountId, { contactId, channel: "email", ...actor });
    expect((await contactDetail(accountId, contactId)).suppressed).toEqual(["email"]);
  });
});

describe("block", () => {
  it("ends the live runs, and may be undone", async () => {
    const { accountId, actor, contactId, runId } = await withRun();
    expect(await block(accountId, { contactId, ...actor })).toEqual({ ended: [runId] });
    expect(await runOf(runId)).toEqual({ status: "ended", end_reason: "blocked" });
    await unblock(accountId, { contactId, ...actor });
    expect(await contactDetail(accountId, contactId)).toMatchObject({ isBlocked: false });
  });
});

it("another account reaches none of it", async () => {
  const { accountId, contactId, runId } = await withRun();
  const { accountId: other, actor } = await arrange();
  const before = await contactDetail(accountId, contactId);
  const notFound = new AppError("not_found");
  await expect(contactDetail(other, contactId)).rejects.toEqual(notFound);
  await expect(
    updateContact(other, { contactId, contact: form({ email: "x@y.co" }), ...actor }),
  ).rejects.toEqual(notFound);
  await expect(suppress(other, { contactId, channel: null, ...actor })).rejects.toEqual(notFound);
  await expect(lift(other, { contactId, channel: null, ...actor })).rejects.toEqual(notFound);
  await expect(block(other, { contactId, ...actor })).rejects.toEqual(notFound);
  await expect(unblock(other, { contactId, ...actor })).rejects.toEqual(notFound);
  expect(await contactDetail(accountId, contactId)).toEqual(before);
  expect(await runOf(runId)).toMatchObject({ status: "active" });
});
