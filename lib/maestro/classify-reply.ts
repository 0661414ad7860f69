import * as z from "zod";
import { REPLY_INTENTS, type ReplyIntent } from "@/lib/core/model-maestro";
import type { Question } from "./ask-model";
import { askTwice } from "./ask-twice";
import { weekdayOf } from "./brief-prompt";
import { percent } from "./percent";
import type { MaestroEndpoint, Meter, ReplyAsk, ReplyMeaning } from "./types";
import { ABOUT_MARKED, conversationText, marked } from "./untrusted";

const schema = z.object({
  intent: z.enum(REPLY_INTENTS),
  confidence: z.number(),
  until: z.string().nullable(),
});
const answer = z.object({
  intent: z.enum(REPLY_INTENTS),
  confidence: percent,
  until: z.iso.date().nullish().catch(null),
});
type Understood = z.infer<typeof answer>;

/** The intents that may name a day. */
const WITH_DAY: readonly ReplyIntent[] = ["not_now", "out_of_office"];
/** Nobody is left alone for longer because a model took a number for a year. */
const MOST_DAYS = 366;

/**
 * What a reply means; opting out is found by rules before this is asked. Ends within twice `endpoint.timeoutMs`, and
 * never throws but for the meter.
 */
export async function classifyReply(
  endpoint: MaestroEndpoint,
  ask: ReplyAsk,
  meter: Meter,
): Promise<ReplyMeaning> {
  const told = await askTwice(
    endpoint,
    { purpose: "classify", questionWith: (nonce) => questionOf(ask, nonce) },
    meter,
  );
  if (told.outcome !== "ok") return { outcome: told.outcome };
  const { intent, confidence, until } = told.value;
  return { outcome: "ok", intent, confidence, until: dayOf(intent, until ?? null, ask.today) };
}

const questionOf = (ask: ReplyAsk, nonce: string): Question<Understood> => ({
  system: [
    "You tell a business what the last message of one of its contacts means. You decide nothing else: a program and people do.",
    ABOUT_MARKED,
    `The intents:
- interested: wants it, agrees, asks how to go on, says it will be paid or done
- not_now: perhaps later; "until" is the day that was named
- wrong_person: not who is meant, does not work there any more, a wrong number
- complaint: is unhappy about something
- opt_out: wants no more messages
- out_of_office: an automatic answer of somebody who is away; "until" is the day of the return
- other: anything else, also a plain question`,
    'Answer with one JSON object and nothing else: {"intent": one of these words, "confidence": 0 to 100, how sure you are of it, "until": the day as YYYY-MM-DD where one is named or follows from what is said ("next Monday"), else null}',
  ].join("\n\n"),
  prompt: [
    `Today is ${ask.today}, ${weekdayOf(ask.today)}.`,
    marked("CONVERSATION", conversationText(ask.conversation), nonce),
    marked("REPLY", JSON.stringify(ask.text.slice(0, 4_000)), nonce),
  ].join("\n\n"),
  ...{ schema, answer, maxOutputTokens: 2_000 },
});

function dayOf(intent: ReplyIntent, until: string | null, today: string): string | null {
  if (until === null || !WITH_DAY.includes(intent)) return null;
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  return days >= 0 && days <= MOST_DAYS ? until : null;
}
