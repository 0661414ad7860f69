import "server-only";
import { eq } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { accounts, moduleSettings } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { renderText } from "@/lib/core/liquid";
import type { Channel, ModuleSettings, Step } from "@/lib/core/model";
import { moduleSettingsSchema } from "@/lib/core/model-schemas";
import { AppError } from "@/lib/errors";
import { LOCALES, type Locale } from "@/lib/locale";
import { READY_MADE } from "./ready-made";
import { sampleContext } from "./sample";
import type { GalleryEntry, GalleryMessage, ReadyMade } from "./schema";

/** The ready-made sequences as this account would send them, and the language that it writes in. */
export async function loadGallery(
  accountId: AccountId,
  now: Date,
): Promise<{ entries: GalleryEntry[]; locale: Locale }> {
  const about = await withAccount(accountId, async (tx) => {
    const [row] = await tx
      .select({ account: accounts.name, settings: moduleSettings.settings })
      .from(moduleSettings)
      .innerJoin(accounts, eq(accounts.id, moduleSettings.accountId));
    if (!row) throw new AppError("unavailable");
    return { account: row.account, settings: moduleSettingsSchema.parse(row.settings), now };
  });
  return { entries: READY_MADE.map((one) => entryOf(one, about)), locale: about.settings.locale };
}

type About = { account: string; settings: ModuleSettings; now: Date };

function entryOf(readyMade: ReadyMade, about: About): GalleryEntry {
  const { id, purpose, target, goal, hours, words, steps } = readyMade;
  const languageOf = (locale: Locale) => ({
    ...words[locale],
    messages: messagesOf(readyMade, locale, about),
  });
  return {
    ...{ id, purpose, target, hours },
    goal: goal?.event ?? null,
    channels: [...new Set(steps.map((step) => step.channel))],
    languages: Object.fromEntries(
      LOCALES.map((locale) => [locale, languageOf(locale)]),
    ) as GalleryEntry["languages"],
  };
}

function messagesOf({ target, steps }: ReadyMade, locale: Locale, about: About): GalleryMessage[] {
  const context = sampleContext(target, locale, about);
  const filled = (text: string) => {
    const rendered = renderText(text, context);
    return rendered.ok ? rendered.text : text;
  };
  return steps.map(({ wait, channel, texts }) => {
    const { text, subject } = texts[locale];
    const looksLike = looksLikeOf(channel);
    return {
      ...{ wait, channel, looksLike },
      subject: looksLike === "email" && subject ? filled(subject) : null,
      text: filled(text),
    };
  });
}

/** Most conversations of this kind are on WhatsApp. */
const looksLikeOf = (channel: Step["channel"]): Channel =>
  channel === "automatic" || channel === "same_conversation" ? "whatsapp" : channel;
