import { type Composed, type Field, fail, oneLine } from "./composed";
import { fillBody } from "./hsm";
import type { HsmButton, HsmFrame, HsmHeader, HsmTemplate } from "./model";

export const MAX_PARAMETER_LENGTH = 1_024;
/** Of the words above a template's body. Source: Meta's template reference. */
export const MAX_HEADER_LENGTH = 60;
/** Of the end of a button's address, of what comes back when it is tapped, and of the code that it copies. */
export const MAX_BUTTON_LENGTH: Record<HsmButton["type"], number> = {
  url: 2_000,
  quick_reply: 256,
  copy_code: 15,
};

/** What a provider takes for a file: the https address where it finds it, or the id that it gave it itself. */
export const isFileAddress = (value: string): boolean =>
  /^\d{5,30}$/.test(value) || (URL.canParse(value) && new URL(value).protocol === "https:");

/** Fills a named part in, up to a length. */
type Fill = (name: string, source: string, most: number) => Field;

/** What a template says with these values, or why it cannot be said. */
export function composeTemplate(template: HsmTemplate, fill: Fill): Composed {
  const { name, language, parameters, parameterNames, body } = template;
  const filled: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const rendered = fill(`parameter ${index + 1}`, parameter, MAX_PARAMETER_LENGTH);
    if (!rendered.ok) return rendered;
    filled.push(oneLine(rendered.text));
  }
  const header = filledHeader(template.header, fill);
  if (!header.ok) return header;
  const buttons = filledButtons(template.buttons ?? [], fill);
  if (!buttons.ok) return buttons;
  const values = filled.length > 0 ? `[${name}] ${filled.join(" · ")}` : `[${name}]`;
  const frame = template.frame && filledFrame(template.frame, header.header);
  return {
    ok: true,
    content: {
      ...{ type: "template", name, language, parameters: filled },
      ...(parameterNames && { parameterNames }),
      ...(header.header && { header: header.header }),
      ...(buttons.buttons.length > 0 && { buttons: buttons.buttons }),
      ...(frame && { frame }),
      // Where the approved body is not known, its name and the values are what we know of the message.
      text: body ? withFrame(fillBody(body, filled, parameterNames), frame) : values,
    },
  };
}

/** As a chat shows it: the head in bold above the body, the footer below. */
const withFrame = (body: string, frame: HsmFrame | undefined): string =>
  [frame?.header && `*${frame.header}*`, body, frame?.footer && `_${frame.footer}_`]
    .filter(Boolean)
    .join("\n\n");

type Filled<T> = ({ ok: true } & T) | Extract<Composed, { ok: false }>;

function filledHeader(header: HsmHeader | undefined, fill: Fill): Filled<{ header: HsmHeader | null }> {
  if (!header) return { ok: true, header: null };
  const isText = header.type === "text";
  const rendered = fill("header", header.value, isText ? MAX_HEADER_LENGTH : 2_000);
  if (!rendered.ok) return rendered;
  if (isText) return { ok: true, header: { ...header, value: oneLine(rendered.text) } };
  if (!isFileAddress(rendered.text)) {
    return fail("text_unrenderable", { field: "header", detail: "no https address and no media id" });
  }
  const { fileName: source, ...rest } = header;
  if (!source) return { ok: true, header: { ...rest, value: rendered.text } };
  const fileName = fill("file name", source, 240);
  if (!fileName.ok) return fileName;
  return { ok: true, header: { ...rest, value: rendered.text, fileName: oneLine(fileName.text) } };
}

function filledButtons(buttons: readonly HsmButton[], fill: Fill): Filled<{ buttons: HsmButton[] }> {
  const filled: HsmButton[] = [];
  for (const button of buttons) {
    // A quick reply without a value of ours answers with its own words.
    if (button.type === "quick_reply" && button.value.trim() === "") continue;
    const rendered = fill(`button ${button.index + 1}`, button.value, MAX_BUTTON_LENGTH[button.type]);
    if (!rendered.ok) return rendered;
    const value = button.type === "url" ? rendered.text.replace(/\s+/g, "%20") : oneLine(rendered.text);
    filled.push({ ...button, value });
  }
  return { ok: true, buttons: filled };
}

function filledFrame(frame: HsmFrame, header: HsmHeader | null): HsmFrame {
  if (frame.header === undefined || header?.type !== "text") return frame;
  const names = header.name === undefined ? undefined : [header.name];
  return { ...frame, header: fillBody(frame.header, [header.value], names) };
}
