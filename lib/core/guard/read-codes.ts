import type { Reader, Reading } from "./reading";
import { type Tokens, take } from "./tokens";

/** Letters and digits in one word, such as a voucher's `SAVE20`. */
export function readCodes({ tokens }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    if (!tokens.list[at + 1]?.isGlued) continue;
    const end = endOfRun(tokens, at);
    const parts = tokens.list.slice(at, end);
    const isMixed = parts.some(({ kind }) => kind === "word") && parts.some(({ kind }) => kind === "number");
    const value = parts.map(({ text }) => text).join("");
    if (isMixed && !isSign(value)) {
      found.push({ kind: "code", value, first: at, end });
      take(tokens, at, end);
    }
    at = Math.max(end, at + 1) - 1;
  }
  return found;
}

function endOfRun(tokens: Tokens, at: number): number {
  let end = at;
  while (end < tokens.list.length && !tokens.isTaken[end]) {
    const token = tokens.list[end];
    const isPart = token?.kind === "word" || token?.kind === "number";
    if (!isPart || (end > at && !token.isGlued)) break;
    end++;
  }
  return end;
}

/** Words with a digit that everybody knows, and numbers with what counts them right behind: `3x`, `2a`, `3rd`, `10min`. */
const isSign = (value: string) =>
  /^(?:b2b|b2c|mp3|mp4|[2345]g|3d|4k|h1|m2|m3|co2|covid19|web3|p2p)$/.test(value) ||
  /^\d[\d.,]*(?:x|o|a|os|as|st|nd|rd|th|er|h|hs|hrs|hr|min|mins|s|m|d|k|mi|mm|mil|kg|g|km|cm|gb|mb|tb|ml|am|pm)$/.test(
    value,
  );
