import { createHash } from "node:crypto";

const FIRST_SLOTS = 1 << 12;
/** Fuller tables make each look longer. */
const MOST_FULL = 0.7;

/**
 * On which line of a file a text stood first. Keeps twelve bytes for each text instead of the text, so that a file of
 * millions of rows fits: a hash of 64 bits, by which two of three million texts meet once in four million files.
 */
export function lineIndex() {
  let high = new Uint32Array(FIRST_SLOTS);
  let low = new Uint32Array(FIRST_SLOTS);
  /** 0: the slot is free; lines are counted from 1. */
  let lines = new Uint32Array(FIRST_SLOTS);
  let count = 0;

  const slotOf = (a: number, b: number): number => {
    const mask = lines.length - 1;
    let slot = b & mask;
    while (lines[slot] !== 0 && (high[slot] !== a || low[slot] !== b)) slot = (slot + 1) & mask;
    return slot;
  };

  const grow = () => {
    const [oldHigh, oldLow, oldLines] = [high, low, lines];
    high = new Uint32Array(oldLines.length * 2);
    low = new Uint32Array(oldLines.length * 2);
    lines = new Uint32Array(oldLines.length * 2);
    oldLines.forEach((line, index) => {
      if (line === 0) return;
      const slot = slotOf(oldHigh[index] ?? 0, oldLow[index] ?? 0);
      high[slot] = oldHigh[index] ?? 0;
      low[slot] = oldLow[index] ?? 0;
      lines[slot] = line;
    });
  };

  return {
    get(text: string): number | undefined {
      const [a, b] = hashOf(text);
      return lines[slotOf(a, b)] || undefined;
    },
    /** A text that is there already keeps its first line. */
    add(text: string, line: number): void {
      const [a, b] = hashOf(text);
      const slot = slotOf(a, b);
      if (lines[slot] !== 0) return;
      high[slot] = a;
      low[slot] = b;
      lines[slot] = line;
      count += 1;
      if (count > lines.length * MOST_FULL) grow();
    },
  };
}

export type LineIndex = ReturnType<typeof lineIndex>;

function hashOf(text: string): [number, number] {
  const digest = createHash("sha1").update(text).digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}
