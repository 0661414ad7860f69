import type { Channel } from "@/lib/core/model";
import type { Finding } from "@/lib/core/model-maestro";
import { toneOf } from "./tone";
import type { Brief } from "./types";
import { ABOUT_MARKED, conversationText, factsText, marked } from "./untrusted";

const LANGUAGES: Record<string, string> = {
  en: "English",
  "pt-BR": "Brazilian Portuguese",
  es: "Spanish",
};
export const languageName = (language: string): string => LANGUAGES[language] ?? language;

const LENGTHS: Partial<Record<Channel, string>> = {
  sms: "an SMS: at most 250 characters, plain letters, no emoji, no formatting",
  whatsapp: "a WhatsApp message: at most 600 characters, short paragraphs, no headings",
  email: "an email: at most 1,200 characters, short paragraphs, plain text, no signature",
};

/** The rules, the account's voice, and the form of the answer: what only the account and we say. */
export function systemOf(brief: Brief): string {
  const { channel, language, needsSubject, bannedWords } = brief;
  return [
    "You write one follow-up message for a business, to one of its contacts. A program sends it: you choose neither whom it goes to, nor when, nor by which channel, nor whether the follow-ups stop, and you have no tools." +
      (brief.mode === "ai_full" ? " Nobody reads it before it goes out." : ""),
    ABOUT_MARKED,
    `Rules:
- Rely on FACTS alone. Every number, amount, percentage, date, time, link, phone, email address and every name of a person, company or product in your message must stand in FACTS. Amounts and dates may be put in the usual form of the language. What FACTS lack, you leave out: never guess, never invent, never compute a discount, an instalment or a deadline.
- Promise nothing that FACTS do not state.
- No placeholders such as [name] or {{name}}, nothing left to fill in.
- Write in ${languageName(language)} (${language}), whatever language the conversation is in.
- It is ${LENGTHS[channel] ?? "a short chat message: at most 600 characters, plain text"}.
- ${needsSubject ? "Give it a subject of at most 80 characters, under the same rules." : "It has no subject: null."}
- Do not repeat a message that was sent before.${bannedWords.length > 0 ? `\n- Never use these words: ${JSON.stringify(bannedWords)}` : ""}`,
    brief.voice && `The voice of the business:\n${brief.voice}`,
    brief.rules && `Rules of the business:\n${brief.rules}`,
    `Answer with one JSON object and nothing else: {"text": the message, "subject": ${needsSubject ? "its subject" : "null"}, "language": "${language}", "needs_person": true where a person should rather answer (a complaint, a question that FACTS do not answer, somebody who wants to be left alone), "note": one sentence to the colleague who reads the message before it goes out, or null}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What is asked for this contact. The same brief with the same nonce gives the same prompt. */
export function promptOf(brief: Brief, nonce: string): string {
  const { facts, conversation, earlier, examples, remark, previous } = brief;
  return [
    `What the message is for: ${brief.purpose}`,
    `What this message should do: ${brief.instruction}`,
    `Today is ${brief.today}, ${weekdayOf(brief.today)}.`,
    marked("FACTS", factsText(facts), nonce),
    marked("CONVERSATION", conversationText(conversation), nonce),
    earlier.length > 0 && marked("SENT_BEFORE", jsonLines(earlier.slice(-5)), nonce),
    examples.length > 0 &&
      `How people of the business changed such messages before; learn their tone. What was said of others is cut out of them (…); your message has no such gaps:\n${marked("EXAMPLES", jsonLines(examples.slice(0, 5).map(exampleOf)), nonce)}`,
    remark !== null &&
      `Write it again. A colleague says what should be different: ${JSON.stringify(remark)}${previous === null ? "" : `\n${marked("PREVIOUS", JSON.stringify(previous), nonce)}`}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Asks for the same again, naming what a program found in the answer, and what it may say instead. */
export function repairPrompt(prompt: string, answer: string, findings: readonly Finding[]): string {
  const faults = findings.slice(0, 20).map(({ code, part, words, fact }) => {
    const known = fact ? ` The nearest fact: ${fact.name} = ${JSON.stringify(fact.says)}.` : "";
    return `- ${code} in the ${part}${words ? `: ${JSON.stringify(words)}` : ""}.${known}`;
  });
  return `${prompt}\n\nYour last answer was not accepted: ${JSON.stringify(answer)}\nA program found this in it:\n${faults.join("\n")}\nWrite the message again without it. What no fact supports is left out altogether.`;
}

/** Asks for the same again after an answer that was no such object. */
export const reshapePrompt = (prompt: string): string =>
  `${prompt}\n\nYour last answer was not one JSON object of the form that was asked for. Answer with that object alone.`;

const exampleOf = ({ written, sent }: Brief["examples"][number]) => ({
  written: toneOf(written),
  sent: toneOf(sent),
});

const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join("\n");

export function weekdayOf(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return "";
  return new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(at);
}
