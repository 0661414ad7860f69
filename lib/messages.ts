import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import formatMessage from "use-intl/format-message";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locale";

/** Texts by namespace (the file), then by key; some stand a level deeper. */
export type Messages = Record<string, Record<string, string>>;

const loaded = new Map<Locale, Messages>();

/** All texts of a language: one JSON file per module, its name being the namespace. */
export function messagesOf(locale: Locale): Messages {
  const known = loaded.get(locale);
  if (known && env.nodeEnv === "production") return known;
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((file) => [
      file.slice(0, -".json".length),
      JSON.parse(readFileSync(join(folder, file), "utf8"), asFormatted),
    ]),
  );
  loaded.set(locale, messages);
  return messages;
}

/** The web application has the formatter without a parser (`next.config.ts`), so that no browser loads one. */
function asFormatted(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || formatMessage.raw) return value;
  // Parsed texts have objects without a prototype, which no server component may hand on.
  return JSON.parse(JSON.stringify(compile(value)));
}
