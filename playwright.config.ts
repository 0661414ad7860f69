import { defineConfig } from "@playwright/test";
import { application, applications } from "./e2e/support/application";

// Started by `npm run test:e2e`, which provides the applications, their databases and the browser.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: Math.max(1, applications.length),
  forbidOnly: Boolean(process.env.CI),
  // How fast a machine is, is no property of the product: these only say when to give up.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: application.url,
    locale: "en-US",
    // Nobody looks at what moves, and a machine without a graphics card spends a tenth of its time on it.
    contextOptions: { reducedMotion: "reduce" },
    // A picture and the page's words of what failed; to record every act of every test takes a sixth of the whole time.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Nothing but this machine is looked up, whatever the browser would like to fetch for itself.
      args: ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1"],
    },
  },
});
