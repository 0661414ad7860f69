import type { Backing } from "./backings";
import { partKey } from "./date-shapes";
import { monthsLater, partsOf } from "./days";
import { isSameNumber } from "./phone-numbers";
import type { Claim, DateReading, NumberReading, Reading } from "./reading";
import { everyKey } from "./weekdays";
import type { Unit } from "./words/units";

type NumberClaim = Omit<NumberReading, "kind">;

/**
 * Whether the facts say what a text says. Figures have to be the fact's own: nothing is rounded, added up or split. Two
 * things are derived: how many whole days, weeks, months or years lie between today and a day of the facts; and this year.
 */
export function isSupported(reading: Reading, backings: readonly Backing[], today: number): boolean {
  switch (reading.kind) {
    case "amount":
      return backings.some(
        ({ ...backing }) =>
          backing.from !== "moment" &&
          backing.claim.kind === "amount" &&
          isSame(backing.claim.value, reading.value) &&
          sharesCurrency(backing.claim.currencies, reading.currencies),
      );
    case "percent":
      return backings.some(
        (one) =>
          one.from !== "moment" && one.claim.kind === "percent" && isSame(one.claim.value, reading.value),
      );
    case "number":
      return isCounted(reading, backings, today);
    case "date":
      return backings.some((backing) => isOnDate(reading, backing, today));
    case "time":
      return backings.some((backing) => isAtTime(reading.minutes, backing));
    case "link":
    case "email":
    case "code":
      return backings.some(
        (one) =>
          one.from !== "moment" && one.claim.kind === reading.kind && one.claim.value === reading.value,
      );
    case "part":
      return backings.some((one) => one.from !== "moment" && isPartOf(reading.value, one.claim));
    case "phone":
      return backings.some((backing) => isSamePhone(reading.value, backing));
  }
}

/** `2 de 3` where a fact has `2/3`, which reads like a date, or the same words. */
const isPartOf = (key: string, claim: Claim) =>
  (claim.kind === "part" && claim.value === key) || (claim.kind === "date" && claim.keys.includes(key));

const isSame = (one: number, other: number) => Math.abs(one - other) < 0.000_5;

const sharesCurrency = (one: readonly string[] | null, other: readonly string[] | null) =>
  one === null || other === null || one.some((currency) => other.includes(currency));

function isCounted(number: NumberClaim, backings: readonly Backing[], today: number): boolean {
  if (isDistance(number, backings, today)) return true;
  if (isYear(number, backings, today)) return true;
  return backings.some((backing) => {
    if (backing.from === "moment") return false;
    const { claim, from } = backing;
    if (claim.kind === "number")
      return from === "fact" ? isSame(claim.value, number.value) : saysSame(claim, number);
    if (claim.kind === "date" && claim.keys.includes(ALL_DAY)) {
      const { unit, value } = number;
      return (
        unit?.measure === "minutes" &&
        ((value === 24 && unit.size === 60) || (value === 7 && unit.size === DAY))
      );
    }
    // `del 0 al 10` may be days or marks.
    if (claim.kind === "date")
      return number.unit === null && number.noun === null && claim.keys.includes(`day ${number.value}`);
    // The amount, without its currency; a length of time is none.
    if (claim.kind === "amount") return number.unit === null && isSame(claim.value, number.value);
    return (
      claim.kind === "phone" && claim.value.replace("+", "") === number.written && number.written.length >= 8
    );
  });
}

/** `duas semanas` is `14 dias`, but `3 dias` is not `3 horas`, and `3 dias` is not `3 lojas`. */
function saysSame(fact: NumberClaim, said: NumberClaim): boolean {
  if (Number.isNaN(fact.value)) return fact.written === said.written;
  if (fact.unit && said.unit) {
    const isSameLength = isSame(fact.value * fact.unit.size, said.value * said.unit.size);
    return fact.unit.measure === said.unit.measure && isSameLength;
  }
  if (!isSame(fact.value, said.value)) return false;
  // A bare number of a fact counts nothing: `responda 1` is no hour.
  if (said.unit) return false;
  return fact.unit === null || said.noun === null;
}

/** From today to a day of the facts, in the direction that is said. */
function isDistance(
  { value, unit, direction }: NumberClaim,
  backings: readonly Backing[],
  today: number,
): boolean {
  if (!unit || !Number.isInteger(value)) return false;
  return daysOf(backings).some((day) => {
    const isAhead = day >= today;
    if (direction === "ahead" && !isAhead) return false;
    if (direction === "behind" && isAhead && day !== today) return false;
    return lies(today, day, value, unit);
  });
}

const DAY = 1_440;

/** `24/7` says 24 hours and 7 days. */
const ALL_DAY = partKey("24", "7");

function lies(today: number, day: number, value: number, unit: Unit): boolean {
  if (unit.measure === "minutes")
    return unit.size >= DAY && Math.abs(day - today) * DAY === value * unit.size;
  if (unit.measure !== "months") return false;
  return monthsLater(Math.min(today, day), value * unit.size) === Math.max(today, day);
}

function daysOf(backings: readonly Backing[]): number[] {
  return backings.flatMap((one) => {
    if (one.from === "moment") return [one.day];
    return one.claim.kind === "date" ? one.claim.days : [];
  });
}

/** The year of today or of a fact, written without marks. */
function isYear({ value, written, unit }: NumberClaim, backings: readonly Backing[], today: number): boolean {
  if (!/^(?:19|20)\d\d$/.test(written) || unit) return false;
  return [today, ...daysOf(backings)].some((day) => partsOf(day).year === value);
}

function isOnDate(date: DateReading, backing: Backing, today: number): boolean {
  const { part } = date;
  if (backing.from === "moment") {
    const isInPart = !part || (backing.minutes >= part.from && backing.minutes <= part.to);
    return isInPart && date.covers(backing.day);
  }
  const { claim } = backing;
  if (claim.kind === "part") return date.keys.includes(claim.value);
  if (claim.kind !== "date" || (part && !claim.part)) return false;
  if (claim.days.some(date.covers) || claim.keys.some((key) => date.keys.includes(key))) return true;
  return date.days.some(
    (day) => Math.abs(day - today) <= 7 && claim.keys.includes(everyKey(partsOf(day).weekday)),
  );
}

function isAtTime(minutes: readonly number[], backing: Backing): boolean {
  if (backing.from === "moment") return minutes.includes(backing.minutes);
  return backing.claim.kind === "time" && backing.claim.minutes.some((one) => minutes.includes(one));
}

/** The whole number, or the part of it that is dialled within the country or the town. */
function isSamePhone(digits: string, backing: Backing): boolean {
  if (backing.from === "moment") return false;
  const { claim } = backing;
  if (claim.kind === "number" || claim.kind === "code") {
    const written = claim.kind === "number" ? claim.written : claim.value;
    return written.replace(/\D/g, "") === digits.replace("+", "");
  }
  if (claim.kind !== "phone") return false;
  return isSameNumber(digits, claim.value);
}

/**
 * Whether a time is said on the day that it belongs to: one of the facts has both, or a text fact has the time.
 */
export function belongsTogether(
  date: DateReading,
  minutes: readonly number[],
  backings: readonly Backing[],
): boolean {
  return backings.some((backing) => {
    if (backing.from === "moment") return date.covers(backing.day) && minutes.includes(backing.minutes);
    return backing.claim.kind === "time" && isAtTime(minutes, backing);
  });
}

/** Whether one day of the facts is meant by both. */
export function isOneDay(one: DateReading, other: DateReading, backings: readonly Backing[]): boolean {
  if (one.keys.some((key) => other.keys.includes(key))) return true;
  return [...daysOf(backings), ...one.days].some((day) => one.covers(day) && other.covers(day));
}
