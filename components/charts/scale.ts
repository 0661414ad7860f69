export type Scale = {
  /** The value at the upper edge: the last tick. */
  top: number;
  ticks: number[];
};

/** Steps between ticks, within one power of ten. */
const NICE = [1, 2, 2.5, 5, 10];
const INTERVALS = 4;

/**
 * Ticks at round numbers from zero to just above the largest value, about four intervals. `isWhole`: what is counted
 * has no fractions.
 */
export function niceScale(values: readonly (number | null)[], isWhole = true): Scale {
  const most = Math.max(0, ...values.filter((value) => value !== null));
  if (most === 0) return { top: 1, ticks: [0, 1] };
  const step = isWhole ? Math.max(1, Math.ceil(niceStep(most))) : niceStep(most);
  const count = Math.ceil(exact(most / step));
  return { top: exact(count * step), ticks: Array.from({ length: count + 1 }, (_, at) => exact(at * step)) };
}

function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / INTERVALS));
  const nice = NICE.find((each) => each * power * INTERVALS >= most * (1 - 1e-9)) ?? 10;
  return nice * power;
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
const exact = (value: number) => Number(value.toPrecision(12));

/** Which of `count` columns bear a label when only `room` labels fit; always the first. */
export function labelled(count: number, room: number): number[] {
  const stride = Math.max(1, Math.ceil(count / room));
  return Array.from({ length: Math.ceil(count / stride) }, (_, at) => at * stride);
}

/** Where a column stands, 0 to 1 from the left: points reach both edges, bands have their middle. */
export function placeOf(index: number, count: number, isBanded: boolean): number {
  if (isBanded) return (index + 0.5) / count;
  return count === 1 ? 0.5 : index / (count - 1);
}

/** The column nearest to a place from 0 to 1. */
export function columnAt(place: number, count: number, isBanded: boolean): number {
  const at = isBanded ? Math.floor(place * count) : Math.round(place * (count - 1));
  return Math.min(count - 1, Math.max(0, at));
}
