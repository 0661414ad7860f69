import type { VettedFact } from "../model-maestro";
import { type GuardInput, guard } from "./guard";

/** A charge that is due in three days and an appointment tomorrow, for tests of the guard. */
export const TODAY = "2026-03-02";

export const SOME_FACTS: readonly VettedFact[] = [
  { name: "contact.name", kind: "name", value: "Ana Lima" },
  { name: "contact.first_name", kind: "name", value: "Ana" },
  { name: "contact.phone", kind: "phone", value: "+5511987654321" },
  { name: "account.name", kind: "name", value: "Loja Azul" },
  { name: "agent.name", kind: "name", value: "Bia Souza" },
  { name: "agent.email", kind: "email", value: "bia@lojaazul.com" },
  { name: "charge.title", kind: "text", value: "Pedido 1042" },
  { name: "charge.amount", kind: "amount", value: 1234.56, currency: "BRL" },
  { name: "charge.due_date", kind: "day", value: "2026-03-05" },
  { name: "charge.link", kind: "link", value: "https://pay.example.com/p/1042" },
  { name: "appointment.starts_at", kind: "moment", value: "2026-03-03T09:30" },
];

export function ask(text: string, changes: Partial<GuardInput> = {}): GuardInput {
  return {
    ...{ text, subject: null, channel: "whatsapp", needsSubject: false, language: "pt-BR", writtenIn: null },
    ...{ facts: SOME_FACTS, today: TODAY, bannedWords: [], earlier: [], vouched: [] },
    ...changes,
  };
}

/** `unsupported_date "terça"`, one line each. */
export const found = (text: string, changes: Partial<GuardInput> = {}): string[] =>
  guard(ask(text, changes)).map(({ code, words }) => `${code} "${words}"`);
