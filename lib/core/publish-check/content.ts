import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from "../compose-with";
import { type Content, MAX_LIST_ROW_LENGTH, MAX_REPLY_BUTTONS, quickReplyLength, type Step } from "../model";
import type { ProblemPart, PublishContext } from "../publish-check";
import { fixedText, textProblems } from "./texts";

type Rich = Extract<Content, { type: "rich" }>;

/** What is wrong with what a step, or one of its variants, says. HSM templates are looked at apart. */
export function contentProblems(
  content: Content,
  step: Pick<Step, "channel" | "compose">,
  context: PublishContext,
): ProblemPart[] {
  const problems: ProblemPart[] = [];
  if (step.compose.mode !== "static" && step.compose.instruction.trim() === "") {
    problems.push({ field: "compose", code: "instruction_missing", data: {} });
  }
  if (content.type === "template") {
    return content.openText ? [...problems, ...textProblems(content.openText, "text", context)] : problems;
  }
  problems.push(...textProblems(content.text, "text", context));
  const mayBeEmpty = content.type === "rich" && content.media && content.quickReplies.length === 0;
  if (content.text.trim() === "" && !mayBeEmpty) {
    problems.push({ field: "text", code: "text_empty", data: {} });
  }
  problems.push(...lengthProblems(content, step));
  if (content.subject) problems.push(...textProblems(content.subject, "subject", context));
  if (content.type === "rich") problems.push(...richProblems(content, step, context));
  return problems;
}

/** Only where the channel is certain: what is too long without its variables can never be sent. */
function lengthProblems(content: Exclude<Content, { type: "template" }>, { channel }: Pick<Step, "channel">) {
  if (channel !== "whatsapp" && channel !== "sms" && channel !== "email") return [];
  const hasParts = content.type === "rich" && (content.media || content.quickReplies.length > 0);
  const most = hasParts && channel === "whatsapp" ? MAX_CAPTION_LENGTH : MAX_TEXT_LENGTH[channel];
  const { length } = fixedText(content.text).trim();
  if (length <= most) return [];
  const part: ProblemPart = { field: "text", code: "message_too_long", data: { length, most, channel } };
  return [part];
}

function richProblems(
  { text, preheader, media, quickReplies }: Rich,
  { channel }: Pick<Step, "channel">,
  context: PublishContext,
): ProblemPart[] {
  const problems: ProblemPart[] = preheader ? textProblems(preheader, "preheader", context) : [];
  const mayBeWhatsapp = channel !== "email" && channel !== "sms";
  if (mayBeWhatsapp && media?.kind === "audio" && (text.trim() !== "" || quickReplies.length > 0)) {
    problems.push({ field: "media", code: "audio_with_text", data: {} });
  }
  if (mayBeWhatsapp && media && quickReplies.length > MAX_REPLY_BUTTONS) {
    problems.push({ field: "quickReplies", code: "list_with_media", data: { max: MAX_REPLY_BUTTONS } });
  }
  const titles = quickReplies.map((reply) => reply.trim());
  const max = quickReplyLength(titles.length);
  for (const [index, title] of titles.entries()) {
    const data = { number: index + 1 };
    if (title.length > max && title.length <= MAX_LIST_ROW_LENGTH)
      problems.push({ field: "quickReplies", code: "quick_reply_long", data: { ...data, max } });
    if (title === "") problems.push({ field: "quickReplies", code: "quick_reply_empty", data });
    else if (titles.indexOf(title) < index) {
      problems.push({ field: "quickReplies", code: "quick_reply_twice", data: { ...data, title } });
    }
  }
  return problems;
}
