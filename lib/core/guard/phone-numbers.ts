/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const SHORT_CODES = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Of Brazil and Mexico; towns with longer codes have numbers too short to be read as such. */
const AREA_DIGITS = 2;

/** Digits that are dialled for the number: all of them, those within the country, those within the town. */
function dialled(number: string): string[] {
  const digits = number.replace("+", "");
  const code = SHORT_CODES.exec(digits)?.[0].length ?? 3;
  const national = digits.slice(code);
  const isInternational = number.startsWith("+") || digits.length > 11;
  const within = isInternational ? [national, `0${national}`] : [`0${digits}`];
  const town = (isInternational ? national : digits).slice(AREA_DIGITS);
  return [digits, `00${digits}`, ...within, ...(town.length >= 8 ? [town] : [])];
}

/** Whether two writings are one telephone number; either may be told with or without its country. */
export function isSameNumber(said: string, fact: string): boolean {
  const isLong = said.startsWith("+") || said.length > 11;
  return (
    dialled(fact).includes(bare(said)) || (isLong && fact.length >= 10 && dialled(said).includes(bare(fact)))
  );
}

const bare = (number: string) => number.replace("+", "");
