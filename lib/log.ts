import pino from "pino";
import { env } from "./env";

/** JSON lines on standard output. Secrets never belong in a log line; the usual carriers are cut out. */
export const log = pino({
  level: env.logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "token",
      "secret",
      "credentials",
      "authorization",
      "cookie",
      "headers",
      "*.password",
      "*.token",
      "*.secret",
      "*.credentials",
      "*.authorization",
      "*.cookie",
    ],
    censor: "[removed]",
  },
});
