import type { Finding, FindingCode } from "../model-maestro";
import type { Backing } from "./backings";
import type { Reading } from "./reading";

export const CODE_OF: Record<Reading["kind"], FindingCode> = {
  amount: "unsupported_amount",
  percent: "unsupported_percent",
  number: "unsupported_number",
  date: "unsupported_date",
  time: "unsupported_time",
  link: "unsupported_link",
  email: "unsupported_email",
  phone: "unsupported_phone",
  code: "unsupported_number",
  part: "unsupported_number",
};

/** The fact that comes nearest to what a text says: of the same kind, and of those the most similar. */
export function nearestFact(reading: Reading, backings: readonly Backing[]): Finding["fact"] {
  let best: { backing: Backing; distance: number } | null = null;
  for (const backing of backings) {
    const distance = distanceOf(reading, backing);
    if (distance !== null && (!best || distance < best.distance)) best = { backing, distance };
  }
  return best && { name: best.backing.fact, says: best.backing.says };
}

/** Null where they are not of one kind. */
function distanceOf(reading: Reading, backing: Backing): number | null {
  if (backing.from === "moment") {
    if (reading.kind === "time")
      return Math.min(...reading.minutes.map((one) => Math.abs(one - backing.minutes)), 1_440);
    return reading.kind === "date" ? far(reading.days, [backing.day]) : null;
  }
  const { claim } = backing;
  // `em 5 dias` is told of a day.
  if (reading.kind === "number" && reading.direction && claim.kind === "date") return 1e6;
  if (claim.kind !== reading.kind) return null;
  switch (reading.kind) {
    case "amount":
    case "percent":
    case "number":
      return "value" in claim && typeof claim.value === "number"
        ? Math.abs(claim.value - reading.value)
        : null;
    case "date":
      return claim.kind === "date" ? far(reading.days, claim.days) : null;
    case "time":
      return claim.kind === "time" ? far(reading.minutes, claim.minutes) : null;
    case "link":
    case "email":
    case "phone":
    case "code":
    case "part":
      return "value" in claim ? -sharedStart(String(claim.value), reading.value) : null;
  }
}

function far(ones: readonly number[], others: readonly number[]): number {
  const distances = ones
    .slice(0, 4)
    .flatMap((one) => others.slice(0, 4).map((other) => Math.abs(one - other)));
  return Math.min(...distances, 1e6);
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
