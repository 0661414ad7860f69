import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from "../compose-with";
import { smsSize } from "../message-size";
import type { Finding, FindingCode } from "../model-maestro";
import { baseOf, dialectOf } from "./dialect";
import type { GuardInput } from "./guard";
import { repeatedOf } from "./repeats";
import { tokensOf } from "./tokens";
import type { Dialect } from "./words/numbers";

/** Longer subjects are cut off by mail programs. */
const MAX_SUBJECT_LENGTH = 150;
const MAX_SEGMENTS = 2;

type Part = Finding["part"];

/** What is wrong with a text whatever it says: its length, its language, that it says nothing or nothing new. */
export function formFindings(input: GuardInput): Finding[] {
  const { text, subject, channel, needsSubject, isCaption = false } = input;
  const isShort = channel === "whatsapp" && isCaption;
  const found = [...emptyOrLong("text", text, isShort ? MAX_CAPTION_LENGTH : MAX_TEXT_LENGTH[channel])];
  if (channel === "email" && (needsSubject || subject !== null)) {
    const isMissing = needsSubject && (subject ?? "").trim() === "";
    if (isMissing) found.push(whole("empty", "subject", subject ?? ""));
    else
      found.push(
        ...emptyOrLong("subject", subject ?? "", MAX_SUBJECT_LENGTH).filter(({ code }) => code !== "empty"),
      );
  }
  const { segments } = channel === "sms" ? smsSize(text) : { segments: 0 };
  if (segments > MAX_SEGMENTS)
    found.push(whole("too_many_segments", "text", text, { segments, limit: MAX_SEGMENTS }));
  const { writtenIn, language } = input;
  if (writtenIn !== null && isOther(text, base(writtenIn), baseOf(language)))
    found.push(whole("wrong_language", "text", text, { expected: baseOf(language), found: base(writtenIn) }));
  if (repeatedOf(text, input.earlier) !== null) found.push(whole("repeats_earlier", "text", text));
  return found;
}

/** Both what was detected and the small words of the text itself have to speak against the contact's language. */
const isOther = (text: string, found: string, expected: Dialect) =>
  text.trim() !== "" && found !== expected && dialectOf(tokensOf(text), expected) !== expected;

const base = (language: string) => language.toLowerCase().split(/[-_]/, 1)[0] ?? "";

function emptyOrLong(part: Part, text: string, limit: number): Finding[] {
  if (text.trim() === "") return [whole("empty", part, text)];
  if (text.length <= limit) return [];
  const long = whole("too_long", part, text, { length: text.length, limit });
  return [{ ...long, from: limit, words: text.slice(limit) }];
}

function whole(code: FindingCode, part: Part, text: string, data: Finding["data"] = {}): Finding {
  return { code, part, from: 0, to: text.length, words: text, fact: null, data };
}
