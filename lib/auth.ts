import { createHmac } from "node:crypto";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { headers } from "next/headers";
import { cache } from "react";
import { globalDb } from "@/db/client";
import { credentials, rateLimits, sessions, users, verifications } from "@/db/schema/auth";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/same-origin";

const SESSION_DAYS = 30;
const DAY_SECONDS = 86_400;

/** Guessing passwords is slowed to these attempts a minute from one address. */
const ATTEMPTS_PER_MINUTE = 20;

const open = () =>
  betterAuth({
    appName: "Follow-ups",
    baseURL: env.appUrl,
    secret: createHmac("sha256", env.appSecret).update("sessions").digest("hex"),
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level](`Sign-in: ${message}`) },
    database: drizzleAdapter(globalDb(), {
      provider: "pg",
      transaction: true,
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: { additionalFields: { locale: { type: "string", required: false, input: false } } },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: 60, max: ATTEMPTS_PER_MINUTE },
        "/sign-up/email": { window: 60, max: ATTEMPTS_PER_MINUTE },
      },
    },
    // The address in the browser's bar may be another name of this server; the door has compared it with the host.
    trustedOrigins: (request) => [
      env.appUrl,
      request && isSameOrigin(request.headers) ? request.headers.get("origin") : null,
    ],
    advanced: {
      database: { generateId: "uuid" },
      useSecureCookies: env.appUrl.startsWith("https:"),
      cookiePrefix: "follow-ups",
    },
  });

type Auth = ReturnType<typeof open>;
let opened: Auth | undefined;

/** Sign-in and sessions. Made when first asked for, because the environment is read then and not at import. */
export const auth = (): Auth => {
  opened ??= open();
  return opened;
};

/** Who is signed in, once per request. */
export const currentSession = cache(async () => {
  // First, as it tells the build that the page belongs to a request: the build has no environment to open `auth` with.
  const sent = await headers();
  return auth().api.getSession({ headers: sent });
});
