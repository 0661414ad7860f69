import { afterEach, describe, expect, it } from "vitest";
import { appDatabaseRole, env } from "./env";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const SECRET = "0123456789abcdef0123456789abcdef";

describe("env", () => {
  it("names a missing variable in one sentence", () => {
    delete process.env.DATABASE_URL;
    expect(() => env.databaseUrl).toThrow(/^DATABASE_URL is not set: .+\.$/);
  });

  it("counts an empty variable as unset", () => {
    process.env.APP_SECRET = "";
    expect(() => env.appSecret).toThrow("APP_SECRET is not set");
  });

  it("says what is wrong with a malformed one", () => {
    process.env.DATABASE_URL = "mysql://localhost/x";
    expect(() => env.databaseUrl).toThrow("DATABASE_URL must be a postgres:// address");
    process.env.DATABASE_URL = "postgres://localhost";
    expect(() => env.databaseUrl).toThrow("must name a database");
    process.env.APP_SECRET = "short";
    expect(() => env.appSecret).toThrow("at least 32 characters");
  });

  it("keeps everything of the ledger and ninety days of deliveries unless told otherwise", () => {
    expect(env.ledgerMonths).toBeNull();
    expect(env.rawEventsDays).toBe(90);
    process.env.LEDGER_MONTHS = "24";
    expect(env.ledgerMonths).toBe(24);
    process.env.LEDGER_MONTHS = "0";
    expect(() => env.ledgerMonths).toThrow(/^LEDGER_MONTHS .+: it is how many whole months/);
    process.env.RAW_EVENTS_DAYS = "soon";
    expect(() => env.rawEventsDays).toThrow("RAW_EVENTS_DAYS must be a number of days");
  });

  it("derives the app's database role from the owner's address and the secret", () => {
    process.env.DATABASE_URL = "postgres://owner:pw@db.example:6000/follow%20ups?sslmode=require";
    process.env.APP_SECRET = SECRET;
    delete process.env.APP_DATABASE_URL;
    const role = appDatabaseRole(process.env.DATABASE_URL, SECRET);
    expect(role.name).toBe("follow ups_app");
    expect(role.password).toMatch(/^[0-9a-f]{64}$/);
    expect(env.appDatabaseUrl).toBe(
      `postgres://follow%20ups_app:${role.password}@db.example:6000/follow%20ups?sslmode=require`,
    );
  });

  it("prefers a given app address, so that production need not know the owner", () => {
    delete process.env.DATABASE_URL;
    process.env.APP_DATABASE_URL = "postgres://app@localhost/x";
    expect(env.appDatabaseUrl).toBe("postgres://app@localhost/x");
  });

  it("lets any of three variables choose a real Inngest", () => {
    for (const name of ["INNGEST_EVENT_KEY", "INNGEST_DEV", "INNGEST_BASE_URL"]) {
      process.env = { ...before };
      expect(env.isInngest).toBe(false);
      process.env[name] = "1";
      expect(env.isInngest).toBe(true);
    }
  });
});
