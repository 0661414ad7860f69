import { placeOf } from "./scale";

/**
 * The path of a line in a square of 100 by 100, `top` being the upper edge. Begins anew after a gap; a value alone is a
 * line without length, which a round end draws as a dot.
 */
export function linesOf(values: readonly (number | null)[], top: number): string {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const isFirst = (values[index - 1] ?? null) === null;
      const isAlone = isFirst && (values[index + 1] ?? null) === null;
      const x = round(placeOf(index, values.length, false) * 100);
      const y = round(100 - (value / top) * 100);
      return `${isFirst ? "M" : "L"}${x} ${y}${isAlone ? "h0" : ""}`;
    })
    .join("");
}

const round = (value: number) => Number(value.toFixed(2));
