const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** "2 days 3 hr": the two largest units, rounded; under a minute seconds. */
export function durationText(seconds: number, locale: string): string {
  const say = (value: number, unit: "day" | "hour" | "minute" | "second") =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: unit === "day" ? "long" : "short",
    }).format(value);
  if (seconds < 60) return say(Math.round(seconds), "second");
  // The first unit that is there after rounding to the one below it: 59.7 minutes are one hour.
  for (const [at, { unit, seconds: size }] of UNITS.entries()) {
    const below = UNITS[at + 1];
    const rounded = below
      ? Math.round(seconds / below.seconds) * below.seconds
      : Math.round(seconds / size) * size;
    if (rounded < size) continue;
    const whole = Math.floor(rounded / size);
    const rest = below ? (rounded - whole * size) / below.seconds : 0;
    return below && rest > 0 ? `${say(whole, unit)} ${say(rest, below.unit)}` : say(whole, unit);
  }
  return say(1, "minute");
}
