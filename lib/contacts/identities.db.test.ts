import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { contactDetail } from "./detail";
import { suggestDuplicates } from "./duplicates";
import { addAddress, preferAddress, removeAddress } from "./identities";
import { suppress } from "./mutations";

const database = useTestDatabase();

async function arrange() {
  const account = await makeAccount();
  const contact = await makeContact(account, { phone: "+5511987650001" });
  const of = { contactId: contact.id, actorId: await makeMember(account), now: new Date() };
  const addresses = async () =>
    (await contactDetail(account, contact.id)).identities.map(({ kind, value }) => `${kind} ${value}`);
  const idOf = async (value: string) =>
    (await contactDetail(account, contact.id)).identities.find((one) => one.value === value)?.id ?? "";
  return { account, of, addresses, idOf };
}

describe("addresses of a contact", () => {
  it("has several of a kind, of which the newest or the preferred one comes first", async () => {
    const { account, of, addresses, idOf } = await arrange();
    await addAddress(account, { ...of, kind: "phone", value: "(11) 98765-0002" });
    await addAddress(account, { ...of, kind: "email", value: "ANA@example.com" });
    expect(await addresses()).toEqual([
      ...["phone +5511987650002", "phone +5511987650001", "email ana@example.com"],
      ...["whatsapp 5511987650002", "whatsapp 5511987650001"],
    ]);
    await preferAddress(account, { ...of, identityId: await idOf("+5511987650001") });
    expect((await addresses())[0]).toBe("phone +5511987650001");
    const events = await database.sql`select data from contact_events where contact_id = ${of.contactId}`;
    expect(events.map(({ data }) => data.changed)).toEqual(["phone", "email", "phone"]);
  });

  it("removes a phone with its WhatsApp id, and never the last address", async () => {
    const { account, of, addresses, idOf } = await arrange();
    const last = { ...of, identityId: await idOf("+5511987650001") };
    await expect(removeAddress(account, last)).rejects.toMatchObject({ message: "address_last" });
    await addAddress(account, { ...of, kind: "email", value: "ana@example.com" });
    await removeAddress(account, last);
    expect(await addresses()).toEqual(["email ana@example.com"]);
  });

  it("an opt-out follows to an address that is added", async () => {
    const { account, of } = await arrange();
    await suppress(account, { ...of, channel: null });
    await addAddress(account, { ...of, kind: "email", value: "ana@example.com" });
    const [row] = await database.sql`
      select count(*)::int as count from suppressions where account_id = ${account} and lifted_at is null`;
    expect(row?.count).toBe(3);
  });

  it.each([
    ["phone", "12", "phone_invalid"],
    ["email", "ana@", "email_invalid"],
  ] as const)("refuses the %s %j at its field", async (kind, value, error) => {
    const { account, of } = await arrange();
    await expect(addAddress(account, { ...of, kind, value })).rejects.toMatchObject({
      fields: { value: error },
    });
  });

  it("refuses a number that another contact has with or without its ninth digit", async () => {
    const { account, of } = await arrange();
    const other = await makeContact(account, { phone: null });
    await database.sql`insert into contact_identities (account_id, contact_id, kind, value)
      values (${account}, ${other.id}, 'whatsapp', '551187650003')`;
    const added = addAddress(account, { ...of, kind: "phone", value: "+5511987650003" });
    await expect(added).rejects.toMatchObject({ code: "conflict", fields: { value: "address_taken" } });
  });

  it("another account reaches none of it", async () => {
    const { of, addresses, idOf } = await arrange();
    const other = await makeAccount();
    const before = await addresses();
    const identityId = await idOf("+5511987650001");
    const refused = { code: "not_found" };
    await expect(addAddress(other, { ...of, kind: "email", value: "x@y.co" })).rejects.toMatchObject(refused);
    await expect(removeAddress(other, { ...of, identityId })).rejects.toMatchObject(refused);
    await expect(preferAddress(other, { ...of, identityId })).rejects.toMatchObject(refused);
    expect(await addresses()).toEqual(before);
  });
});

describe("suggestDuplicates", () => {
  it("finds another writing of the number, and the same name with an address that looks alike", async () => {
    const account = await makeAccount();
    const email = "ana.lima@example.com";
    const ana = await makeContact(account, { name: "Ana Lima", phone: "+5511987650009", email });
    const twin = await makeContact(account, { name: "A. L.", phone: "+551187650009" });
    const mail = await makeContact(account, { name: "ANA LIMA", phone: null, email: "analima@other.com" });
    await makeContact(account, { name: "Ana Lima", phone: "+5511912345678", email: "other@example.com" });
    await makeContact(account, { name: "Bo", phone: "+5521987650009" });
    expect((await suggestDuplicates(account, ana.id)).map(({ id, reason }) => [id, reason])).toEqual([
      [twin.id, "same_number"],
      [mail.id, "same_name"],
    ]);
    expect(await suggestDuplicates(await makeAccount(), ana.id)).toEqual([]);
  });
});
