import type { Content } from "@/lib/core/model";
import type { Locale } from "@/lib/locale";
import type { TemplateChoice, TemplateText } from "@/lib/templates/schema";

type Words = Extract<Content, { type: "text" | "rich" }>;

/** One text of the library in one of its languages. */
export type LibraryText = Pick<TemplateChoice, "id" | "name" | "category"> &
  TemplateText & { locale: Locale };

/** Every text in every language, those in the account's own language first. */
export function libraryTexts(choices: readonly TemplateChoice[], own: Locale): LibraryText[] {
  const all = choices.flatMap(({ id, name, category, texts }) =>
    Object.entries(texts).map(([locale, text]) => ({
      id,
      name,
      category,
      locale: locale as Locale,
      ...text,
    })),
  );
  return [...all.filter(({ locale }) => locale === own), ...all.filter(({ locale }) => locale !== own)];
}

/** By every word somewhere in its name or text. */
export function hasWords({ name, text, subject }: LibraryText, words: string): boolean {
  const said = [name, text, subject ?? ""].join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The content made from a text of the library. A subject that is there already stays where the text has none. */
export const madeFrom = <C extends Words>(content: C, { id, text, subject }: LibraryText): C => ({
  ...content,
  text,
  ...(subject && { subject }),
  templateId: id,
});
