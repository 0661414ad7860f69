/**
 * A whole number in parts that are as the weights are, by the largest remainders: the parts are whole and their sum is the
 * number. Without any weight the first part is all of it.
 */
export function divided(count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map((_, n) => (n === 0 ? count : 0));
  const exact = weights.map((weight) => (count * weight) / sum);
  const parts = exact.map(Math.floor);
  let rest = count - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, n) => ({ n, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.n - b.n);
  for (const { n } of byRemainder) {
    if (rest <= 0) break;
    parts[n] = (parts[n] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
