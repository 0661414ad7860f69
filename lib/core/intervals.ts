/** A share with its 95 % confidence interval; all between 0 and 1. */
export type Proportion = { count: number; of: number; rate: number; low: number; high: number };

/** How much greater the second share is than the first, with its 95 % confidence interval; all between -1 and 1. */
export type Difference = { estimate: number; low: number; high: number };

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959_963_984_540_054;

/**
 * The Wilson score interval of `count` out of `of`, without continuity correction; null for none out of none.
 * Source: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212; method 3 in Newcombe, R. G.
 * (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857-872.
 */
export function proportion(count: number, of: number): Proportion | null {
  if (of <= 0) return null;
  const rate = count / of;
  const centre = 2 * count + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * count * (1 - rate));
  const whole = 2 * (of + Z * Z);
  // At the ends the bound is exactly 0 or 1; floating point would miss it by a hair.
  const low = count === 0 ? 0 : (centre - reach) / whole;
  const high = count === of ? 1 : (centre + reach) / whole;
  return { count, of, rate, low, high };
}

/**
 * Newcombe's hybrid score interval of the difference `to - from` of two independent shares.
 * Source: method 10 in Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17, 873-890.
 */
export function difference(from: Proportion, to: Proportion): Difference {
  const estimate = to.rate - from.rate;
  return {
    estimate,
    low: estimate - Math.hypot(to.rate - to.low, from.high - from.rate),
    high: estimate + Math.hypot(to.high - to.rate, from.rate - from.low),
  };
}
