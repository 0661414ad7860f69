import { expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeStep } from "@/db/factories";
import { attributeDefinitions } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { SkipRule } from "@/lib/core/model";
import { advance } from "./advance";
import { clockAt, NOW, startRun } from "./fixtures/arrange";

const database = useTestDatabase();

it("a text says the account's own attributes by their types, and a rule compares them as they are", async () => {
  const text = "Renews {{ contact.renewal }}: {{ contact.fee }}, {{ contact.tags }}";
  const rule: SkipRule = {
    when: "condition",
    variable: "contact.renewal",
    operator: "less",
    value: "2026-06-01",
  };
  const started = await startRun({
    settings: { locale: "pt-BR" },
    steps: [makeStep({ content: { type: "text", text } }), makeStep({ skipRules: [rule] })],
    contact: { attributes: { renewal: "2026-05-04", fee: 12.5 }, tags: ["vip", "solar"] },
  });
  await withAccount(started.accountId, (tx) =>
    tx.insert(attributeDefinitions).values([
      { accountId: started.accountId, key: "renewal", label: "Renewal", type: "date" },
      { accountId: started.accountId, key: "fee", label: "Fee", type: "currency" },
    ]),
  );
  await advance(started.run, clockAt(NOW));
  await advance(started.run, clockAt(NOW));
  const sends = await database.sql`
    select status, content->>'text' as text from messages
    where enrollment_id = ${started.enrollmentId} order by created_at, id`;
  expect(sends.map((row) => String(row.text ?? row.status).replaceAll("\u00a0", " "))).toEqual([
    "Renews 04/05/2026: R$ 12,50, vip, solar",
    "skipped",
  ]);
});
