/** The first name in a full one, `Ana Souza` or `Souza, Ana`; a guess that the person may correct. */
export function firstNameOf(name: string): string {
  const [, behindComma = ""] = name.split(",");
  return (behindComma.trim() || name.trim()).split(/[\s,]+/)[0] ?? "";
}
