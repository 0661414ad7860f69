import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { identityHash } from "@/lib/identity-hash";
import { exportContacts } from "./export";
import type { ContactFilter } from "./schema";

const database = useTestDatabase();

const exported = async (account: AccountId, filter: ContactFilter = {}) => {
  const text = await new Response(await exportContacts(account, filter)).text();
  return parse(text, { bom: true, columns: true }) as Record<string, string>[];
};

describe("exportContacts", () => {
  it("tells each contact with its addresses, state and attributes, and nothing as a formula", async () => {
    const account = await makeAccount();
    const ana = await makeContact(account, {
      name: '=HYPERLINK("http://x")',
      phone: "+5511987654321",
      email: "ana@example.com",
      tags: ["vip", "new"],
      attributes: { plan: 'gold, "big"\nline', age: 40 },
    });
    await database.sql`insert into contact_identities (account_id, contact_id, kind, value)
      values (${account}, ${ana.id}, 'whatsapp', 'BR.1234')`;
    await database.sql`insert into suppressions (account_id, identity_hash, channel, reason)
      values (${account}, ${identityHash("email", "ana@example.com")}, 'email', 'person')`;
    await makeContact(account, { name: "Bo", attributes: { city: "Porto" } });
    const [bo, first] = await exported(account);
    expect(first).toMatchObject({
      name: '\'=HYPERLINK("http://x")',
      phone: "+5511987654321",
      email: "ana@example.com",
      other_addresses: "BR.1234",
      tags: "vip, new",
      opted_out: "email",
      plan: 'gold, "big"\nline',
      age: "40",
      city: "",
    });
    expect(bo).toMatchObject({ name: "Bo", city: "Porto", plan: "" });
  });

  it("tells each contact of a large account once, those of the filter alone, and none of another account", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    await makeContact(other, { name: "Foreign" });
    await database.sql`
      insert into contacts (account_id, name, tags)
      select ${account}, 'C' || n, case when n % 2 = 0 then array['even'] else '{}' end from generate_series(1, 4001) n`;
    const names = (await exported(account)).map(({ name }) => name);
    expect(names.length).toBe(4001);
    expect(new Set(names).size).toBe(4001);
    expect((await exported(account, { tag: "even" })).length).toBe(2000);
    expect(await exported(await makeAccount())).toEqual([]);
  });

  it("reads no further than it is asked to", async () => {
    const account = await makeAccount();
    await database.sql`insert into contacts (account_id, name) select ${account}, 'C' from generate_series(1, 9000)`;
    const reader = (await exportContacts(account, {})).getReader();
    await reader.read();
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value).trim().split("\n").length).toBe(2000);
    await reader.cancel();
  });
});
