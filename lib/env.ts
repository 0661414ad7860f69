import { createHmac } from "node:crypto";
import * as z from "zod";

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, message: "must be a postgres:// address with a database name" })
  .refine((url) => new URL(url).pathname.length > 1, "must name a database");

const shapes = {
  DATABASE_URL: postgresUrl,
  APP_DATABASE_URL: postgresUrl,
  APP_SECRET: z.string().min(32, "must have at least 32 characters"),
  APP_URL: z.url({ protocol: /^https?$/, message: "must be an http(s) address" }),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
  NODE_ENV: z.enum(["development", "test", "production"]),
  WEBHOOKS_TO_PRIVATE: z.enum(["0", "1"]),
  LEDGER_MONTHS: z.coerce.number({ error: "must be a number of months" }).int().min(1),
  RAW_EVENTS_DAYS: z.coerce.number({ error: "must be a number of days" }).int().min(1),
  MAIL_URL: z.url({ protocol: /^smtps?$/, message: "must be an smtp:// or smtps:// address" }),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+[^\r\n]*$/, "must be a mail address, with or without a name"),
};

type Name = keyof typeof shapes;

const purposes: Record<Name, string> = {
  DATABASE_URL: "the address of the Postgres database, with the role that owns it",
  APP_DATABASE_URL: "the address of the same database with the role that row-level security binds",
  APP_SECRET: "the secret that sessions, credentials and the app's database role derive from",
  APP_URL: "the address under which browsers reach the application",
  LOG_LEVEL: "the least severe level that is logged",
  NODE_ENV: "the mode Node runs in",
  LEDGER_MONTHS: "how many whole months of decisions and events are kept besides the current one",
  RAW_EVENTS_DAYS: "for how many days what providers delivered is kept as it came",
  MAIL_URL: "the mail server of the product's own mails, with user and password",
  MAIL_FROM: "the sender of the product's own mails",
  WEBHOOKS_TO_PRIVATE: "1 where addresses that people type in may be private, for tests and closed networks",
};

/**
 * The environment, read and parsed when it is asked for, so that each command needs only the variables it uses.
 * Each getter throws an Error of one sentence that names the variable when it is missing or malformed.
 */
export const env = {
  get databaseUrl() {
    return required("DATABASE_URL");
  },
  /** Given, or derived from DATABASE_URL and APP_SECRET as `db/roles.ts` has set the role up. */
  get appDatabaseUrl() {
    return optional("APP_DATABASE_URL") ?? appDatabaseRole(this.databaseUrl, this.appSecret).url;
  },
  get appSecret() {
    return required("APP_SECRET");
  },
  /** Without a slash at the end. */
  get appUrl() {
    return (optional("APP_URL") ?? "http://localhost:3000").replace(/\/+$/, "");
  },
  /** Whether a real Inngest runs the functions; otherwise the embedded executor does. */
  get isInngest() {
    return ["INNGEST_EVENT_KEY", "INNGEST_DEV", "INNGEST_BASE_URL"].some((name) => given(name) !== undefined);
  },
  /** Whether rules may call addresses that are not on the public internet. */
  get mayCallPrivate() {
    return optional("WEBHOOKS_TO_PRIVATE") === "1";
  },
  /** Where the product's own mails go out; null without MAIL_URL: then there are none. */
  get mail() {
    const url = optional("MAIL_URL");
    return url === undefined ? null : { url, from: required("MAIL_FROM") };
  },
  /** How many whole months of the ledger are kept besides the current one; null: all of it. */
  get ledgerMonths() {
    return optional("LEDGER_MONTHS") ?? null;
  },
  /** For how many days the raw deliveries of providers are kept once they were taken in. */
  get rawEventsDays() {
    return optional("RAW_EVENTS_DAYS") ?? 90;
  },
  get logLevel() {
    return optional("LOG_LEVEL") ?? (this.nodeEnv === "test" ? "silent" : "info");
  },
  get nodeEnv() {
    return optional("NODE_ENV") ?? "development";
  },
};

/** The role that the app connects with: `<database>_app` on the owner's host and database. */
export function appDatabaseRole(databaseUrl: string, appSecret: string) {
  const url = new URL(databaseUrl);
  const name = `${decodeURIComponent(url.pathname.slice(1))}_app`;
  const password = createHmac("sha256", appSecret).update("database role").digest("hex");
  url.username = encodeURIComponent(name);
  url.password = password;
  return { name, password, url: url.href };
}

function required<N extends Name>(name: N): z.infer<(typeof shapes)[N]> {
  const value = optional(name);
  if (value === undefined)
    throw new Error(`${name} is not set: it is ${purposes[name]} (npm start sets it).`);
  return value;
}

function optional<N extends Name>(name: N): z.infer<(typeof shapes)[N]> | undefined {
  const value = given(name);
  if (value === undefined) return undefined;
  const parsed = shapes[name].safeParse(value);
  if (!parsed.success) {
    throw new Error(`${name} ${parsed.error.issues[0]?.message ?? "is malformed"}: it is ${purposes[name]}.`);
  }
  return parsed.data as z.infer<(typeof shapes)[N]>;
}

/** An empty variable counts as unset: that is what `NAME= command` and empty compose entries mean. */
function given(name: string): string | undefined {
  return process.env[name] || undefined;
}
