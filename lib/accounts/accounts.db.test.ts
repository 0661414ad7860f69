import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { globalDb } from "@/db/client";
import { users } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import { inboxesOf } from "@/lib/inboxes/data";
import { settingsOf } from "@/lib/settings/data";
import { signUp } from "@/scripts/test/sign-in";
import { createAccountAction, setLanguageAction } from "./actions";
import { accountsOf } from "./data";
import { createAccount } from "./mutations";

const db = useTestDatabase();

const makePerson = async (): Promise<string> => {
  const id = randomUUID();
  await globalDb()
    .insert(users)
    .values({ id, name: "Ana", email: `${id}@example.com` });
  return id;
};
const wanted = { name: "Clínica Aurora", locale: "pt-BR", timeZone: "America/Recife" } as const;

describe("a new account", () => {
  it("is ready to use: administrator, module, settings of its place, phone on the screen", async () => {
    const userId = await makePerson();
    const { accountId, slug } = await createAccount({ ...wanted, userId });
    expect(await accountsOf(userId)).toEqual([
      { id: accountId, name: "Clínica Aurora", slug, role: "administrator" },
    ]);
    const [account] = await db.sql`select is_module_on from accounts where id = ${accountId}`;
    expect(account?.is_module_on).toBe(true);
    expect(await settingsOf(accountId)).toMatchObject({
      timeZone: "America/Recife",
      country: "BR",
      currency: "BRL",
    });
    expect(await inboxesOf(accountId)).toMatchObject([{ provider: "sandbox", status: "active" }]);
  });

  it("takes the language's zone when the browser's is unknown", async () => {
    const { accountId } = await createAccount({
      ...wanted,
      timeZone: "Mars/Olympus",
      userId: await makePerson(),
    });
    expect((await settingsOf(accountId)).timeZone).toBe("America/Sao_Paulo");
  });

  it("gets an address of its own even when ten are made with one name at once", async () => {
    const userId = await makePerson();
    const made = await Promise.all(Array.from({ length: 10 }, () => createAccount({ ...wanted, userId })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(10);
    expect(await accountsOf(userId)).toHaveLength(10);
  });

  it("leaves nothing behind when its person does not exist", async () => {
    const name = `Nobody ${randomUUID()}`;
    await expect(createAccount({ ...wanted, name, userId: randomUUID() })).rejects.toThrow();
    expect(await db.sql`select 1 from accounts where name = ${name}`).toHaveLength(0);
  });

  it("is shown to its members only", async () => {
    await createAccount({ ...wanted, userId: await makePerson() });
    expect(await accountsOf(await makePerson())).toEqual([]);
  });

  it("needs a name, and says so at the field", async () => {
    const visitor = await signUp();
    const result = await visitor.ask(() => createAccountAction({ name: "  ", timeZone: "UTC" }));
    expect(result.validationErrors?.fieldErrors.name).toEqual(["Give the account a name."]);
  });
});

describe("the language of the screens", () => {
  it("is the person's own, and errors follow it", async () => {
    const visitor = await signUp();
    await visitor.ask(() => setLanguageAction({ locale: "es" }));
    const result = await visitor.ask(() => createAccountAction({ name: "", timeZone: "UTC" }));
    expect(result.validationErrors?.fieldErrors.name).toEqual(["Ponle un nombre a la cuenta."]);
  });

  it("is one that exists", async () => {
    const visitor = await signUp();
    const unknown = JSON.parse('{"locale":"tlh"}');
    const result = await visitor.ask(() => setLanguageAction(unknown));
    expect(result.validationErrors?.fieldErrors.locale).toEqual(["This value is not valid."]);
  });
});
