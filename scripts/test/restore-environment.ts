import { afterAll } from "vitest";

// Unit tests share a process with the files after them.
const environment = process.env;
const given = { ...environment };

afterAll(() => {
  process.env = environment;
  for (const name of Object.keys(environment)) if (!(name in given)) delete environment[name];
  Object.assign(environment, given);
});
