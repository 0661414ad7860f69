import { describe, expect, it } from "vitest";
import { violations } from "./boundaries.mjs";

const sentences = (file: string, text: string) =>
  violations(file, text).map(({ line, sentence }) => `${line}: ${sentence}`);

describe("boundaries", () => {
  it.each([
    ["lib/core/decide.ts", `import { db } from "@/db/client";`],
    ["lib/core/decide.ts", `import pino from "pino";`],
    ["lib/core/decide.ts", `export { x } from "../engine/advance";`],
    ["db/client.ts", `import { enroll } from "@/lib/enrollments/mutations";`],
    ["lib/channels/smtp/driver.ts", `import type { Tx } from "@/db/client";`],
    ["lib/channels/smtp/driver.ts", `import { sql } from "drizzle-orm";`],
    ["lib/engine/advance.ts", `import { listContacts } from "@/lib/contacts/data";`],
    ["lib/engine/advance.ts", `const x = await import("@/inngest/functions/run-enrollment");`],
    ["lib/contacts/data.ts", `import { Button } from "@/components/ui/button";`],
    ["lib/gate.ts", `import { list } from "@/lib/contacts/data";`],
    ["inngest/functions/run-enrollment.ts", `import { eq } from "drizzle-orm";`],
    ["inngest/functions/run-enrollment.ts", `import { send } from "@/lib/channels/registry";`],
    ["inngest/embedded/drive.ts", `import { env } from "@/lib/env";`],
    ["components/contacts/list.tsx", `import { listContacts } from "@/lib/contacts/data";`],
    ["components/contacts/list.tsx", `import { enroll } from "@/lib/enrollments/mutations";`],
    ["app/[account]/contacts/page.tsx", `import { withAccount } from "@/db/client";`],
    ["app/api/inngest/route.ts", `import postgres from "postgres";`],
    ["app/[account]/page.tsx", `import { advance } from "@/lib/engine/advance";`],
    ["lib/engine/advance.ts", `import { makeAccount } from "@/db/factories";`],
    ["components/contacts/list.tsx", `import Link from "next/link";`],
  ])("%s with %s is refused", (file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });

  it.each([
    ["lib/core/decide.ts", `import { Liquid } from "liquidjs";\nimport type { Facts } from "./facts";`],
    [
      "lib/engine/deliver.ts",
      `import { driverOf } from "@/lib/channels/registry";\nimport { sql } from "drizzle-orm";`,
    ],
    ["components/contacts/list.tsx", `import type { ContactRow } from "@/lib/contacts/data";`],
    [
      "components/contacts/list.tsx",
      `"use client";\nimport { removeContact } from "@/lib/contacts/actions";`,
    ],
    ["app/[account]/contacts/page.tsx", `import { listContacts } from "@/lib/contacts/data";`],
    ["inngest/functions/run-enrollment.ts", `import { advance } from "@/lib/engine/advance";`],
    ["lib/core/decide.test.ts", `import { db } from "@/db/client";`],
    [
      "lib/core/decide.ts",
      `// import { db } from "@/db/client";\n/* new Date() */\nconst at = new Date(now);`,
    ],
  ])("%s with %s passes", (file, text) => {
    expect(sentences(file, text)).toEqual([]);
  });

  it("keeps clock, environment and chance out of the core, and says where they are", () => {
    const text =
      "export const a = 1;\nconst now = Date.now();\nconst at = new Date();\nconst zone = process.env.TZ;\nMath.random();";
    expect(sentences("lib/core/wait.ts", text)).toEqual([
      "2: lib/core may not use Date.now: it is told the time and everything else.",
      "3: lib/core may not use new Date() without an argument: it is told the time and everything else.",
      "4: lib/core may not use process: it is told the time and everything else.",
      "5: lib/core may not use Math.random: it is told the time and everything else.",
    ]);
  });

  it("finds an import that spans lines, at its first one", () => {
    const text = 'const a = 1;\nimport {\n  one,\n  two,\n} from "@/db/client";';
    expect(sentences("components/x.tsx", text)).toEqual([
      "2: components may not import @/db/client: components receive data and call actions; they do not load or write.",
    ]);
  });
});
