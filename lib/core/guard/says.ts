import type { VettedFact } from "../model-maestro";

/** What a fact says, as a person or a model can read it in any language. Two facts that say the same are the same. */
export function saysOf(fact: VettedFact): string {
  switch (fact.kind) {
    case "amount":
      return `${plain(fact.value)} ${fact.currency}`;
    case "percent":
      return `${plain(fact.value)}%`;
    case "number":
      return plain(fact.value);
    case "moment":
      return fact.value.replace("T", " ");
    case "text":
    case "name":
    case "link":
    case "email":
    case "phone":
    case "day":
      return fact.value;
  }
}

/** `1234.5` is `1234.50`, `3` is `3`, and what has more digits keeps them. */
function plain(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const cents = value.toFixed(2);
  return Number(cents) === value ? cents : String(value);
}
