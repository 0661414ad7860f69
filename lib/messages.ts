import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
      JSON.parse(readFileSync(join(folder, file), "utf8")),
    ]),
  );
  loaded.set(locale, messages);
  return messages;
}
