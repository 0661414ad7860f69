import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // The package throws outside a server component; tests are the server.
      { find: /^server-only$/, replacement: `${root}scripts/test/empty.ts` },
      // Outside Next there is no current request; tests say which one they act in.
      { find: /^next\/headers$/, replacement: `${root}scripts/test/next-headers.ts` },
    ],
  },
};

const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];
const setupFiles = ["scripts/test/fail-on-console-error.ts", "scripts/test/property-seed.ts"];

// A busy machine is no fault of what is tested: these only say when to give up.
const patience = { testTimeout: 300_000, hookTimeout: 120_000 };

// A zone with an odd offset shows every place that leans on the machine's own zone.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          setupFiles: [...setupFiles, "scripts/test/restore-environment.ts"],
          // A process for each of them takes as long as all of them together.
          isolate: false,
          ...patience,
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["**/*.db.test.ts"],
          exclude,
          setupFiles,
          globalSetup: "scripts/test/integration-setup.ts",
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
});
