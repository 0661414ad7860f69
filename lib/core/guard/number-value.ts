/**
 * What `1.234,56`, `1,234.56`, `1'234` or `12,5` are worth: the last mark parts the fraction where both kinds occur, a
 * single one before exactly three digits parts thousands. NaN for what is no number, such as `03.03.2026`.
 */
export function valueOfDigits(written: string): number {
  const digits = written.replaceAll("'", "");
  const marks = digits.replace(/\d/g, "");
  if (marks === "") return digits.length > 15 ? Number.NaN : Number(digits);
  const last = marks.charAt(marks.length - 1);
  const isOneKind = marks === last.repeat(marks.length);
  const groups = digits.split(/[.,]/);
  const isGrouped = (parts: string[]) =>
    parts.every((part, index) => (index === 0 ? part.length <= 3 : part.length === 3));
  if (isOneKind && isGrouped(groups) && !(marks.length === 1 && groups[0] === "0"))
    return Number(groups.join(""));
  if (isOneKind && marks.length > 1) return Number.NaN;
  const fraction = groups.pop() ?? "";
  if (marks.slice(0, -1).includes(last) || (groups.length > 1 && !isGrouped(groups))) return Number.NaN;
  return Number(`${groups.join("")}.${fraction}`);
}
