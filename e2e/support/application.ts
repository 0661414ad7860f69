type Application = { url: string; databaseUrl: string };

/** What `npm run test:e2e` has started: one application for each of Playwright's workers. */
export const applications: Application[] = JSON.parse(process.env.E2E_APPLICATIONS ?? "[]");

/** The one of this worker, with a database that is its own: its tests meet nobody else's data. */
export const application: Application = applications[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? {
  url: "",
  databaseUrl: "",
};
