import { type Folded, fold } from "./folded";

/** Where a text has a word of the list, whatever its case and accents; parts of words do not count. */
export function bannedWordsIn(
  { lower }: Folded,
  bannedWords: readonly string[],
): { from: number; to: number }[] {
  return bannedWords.flatMap((banned) => {
    const words = fold(banned).lower.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const phrase = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("\\s{1,10}");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${phrase}(?![\\p{L}\\p{N}])`, "gu");
    return [...lower.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
  });
}
