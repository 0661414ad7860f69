import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { getDraft, listSequences } from "@/lib/sequences/data";
import { listFilterSchema } from "@/lib/sequences/schema";
import { loadGallery } from "./data";
import { startFromGallery } from "./mutations";

useTestDatabase();
const act = { actorId: randomUUID(), now: new Date("2026-11-22T12:00:00Z") };

it("makes a draft in the language that was chosen", async () => {
  const accountId = await makeAccount();
  const { id } = await startFromGallery(accountId, {
    readyMadeId: "payment-before-due",
    locale: "es",
    ...act,
  });
  const [row] = await listSequences(accountId, listFilterSchema.parse({}));
  expect(row).toMatchObject({ id, name: "Recordatorio de pago", status: "draft", stepCount: 5 });
  const { draft } = await getDraft(accountId, id);
  expect(draft).toMatchObject({ target: "charge", goal: { event: "charge.paid" } });
  expect(draft.steps[0]?.content).toMatchObject({ text: expect.stringContaining("Un aviso rápido") });
});

it("refuses one that does not exist and makes nothing", async () => {
  const accountId = await makeAccount();
  const start = startFromGallery(accountId, { readyMadeId: "../secret", locale: "en", ...act });
  await expect(start).rejects.toMatchObject({ code: "not_found" });
  expect(await listSequences(accountId, listFilterSchema.parse({}))).toEqual([]);
});

it("shows every message filled in, in the account's currency and language", async () => {
  const accountId = await makeAccount({ settings: { locale: "pt-BR", currency: "BRL" } });
  const { entries, locale } = await loadGallery(accountId, act.now);
  expect(locale).toBe("pt-BR");
  const said = entries.flatMap(({ languages }) =>
    Object.values(languages).flatMap(({ messages }) => messages.map(({ text }) => text)),
  );
  expect(said.filter((text) => /[{}]/.test(text))).toEqual([]);
  expect(said.some((text) => text.includes("R$\u00a0349,90"))).toBe(true);
});
