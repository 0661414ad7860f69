import { eld } from "eld/small";

const detector = eld.newInstance();
detector.setLanguageSubset(["en", "pt", "es"]);

/** What is written alike in all of them says nothing, and too few words are a guess. */
const ALIKE = /\bhttps?:\/\/\S+|\S+@\S+|[^\p{L}\s]+/gu;
const MIN_LETTERS = 12;

/** `en`, `pt` or `es`, whichever the text is written in; null where it is too short to tell, or neither. */
export function languageOf(text: string): string | null {
  const words = text.replace(ALIKE, " ").replace(/\s+/g, " ").trim();
  if (words.replaceAll(" ", "").length < MIN_LETTERS) return null;
  const found = detector.detect(words);
  return found.language !== "" && found.isReliable() ? found.language : null;
}
