/** Of the line's width, so that its ends are not cut off. */
const PADDING = 1.5;

/** The points of a line from the oldest value to the newest; the largest one touches the top. */
export function sparkPoints(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values);
  const step = (width - 2 * PADDING) / Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      const y = height - PADDING - (value / most) * (height - 2 * PADDING);
      return `${(PADDING + index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
}
