/** Whether every word of the query stands somewhere in the text, whatever their case and accents. */
export function matchesWords(text: string, query: string): boolean {
  const within = bare(text);
  return bare(query)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

const bare = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
