import { readAmounts } from "./read-amounts";
import { readCodes } from "./read-codes";
import { readDates } from "./read-dates";
import { readLinks } from "./read-links";
import { readNumbers } from "./read-numbers";
import { readParts } from "./read-parts";
import { readPercents } from "./read-percents";
import { readPhones } from "./read-phones";
import { readSpelled } from "./read-spelled";
import { readTimes } from "./read-times";
import type { Reader, Reading } from "./reading";

/** Each leaves what it does not know to those behind it. */
const READERS = [
  readLinks,
  readSpelled,
  readAmounts,
  readPercents,
  readDates,
  readParts,
  readTimes,
  readPhones,
  readCodes,
  readNumbers,
] as const;

/** Everything in a text that a fact has to support but names and promises, in its order. */
export function readingsOf(reader: Reader): Reading[] {
  return READERS.flatMap((read) => read(reader)).sort((one, other) => one.first - other.first);
}
