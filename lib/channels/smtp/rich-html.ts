import type { OutboundContent } from "@/lib/core/facts";
import { marksToHtml } from "@/lib/core/marks";
import type { Media } from "@/lib/core/model";
import { escapeHtml } from "./html";

type Rich = Extract<OutboundContent, { type: "rich" }>;

/**
 * The HTML part of a rich message. No colours of its own, so that it reads well in a mailbox of either theme; one
 * column that fits a phone; and nothing that would tell who opened it.
 */
export function richHtmlOf({ text, subject, preheader, media }: Rich, locale: string): string {
  const parts = [
    ...(preheader ? [preheaderHtml(preheader)] : []),
    `<div style="max-width:600px;margin:0 auto;padding:16px;${FONT}">`,
    ...(media?.kind === "image" ? [imageHtml(media)] : []),
    ...(text ? [marksToHtml(text)] : []),
    ...(media && media.kind !== "image" ? [linkHtml(media)] : []),
    "</div>",
  ];
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject ?? "")}</title>
<style>${STYLE}</style>
</head>
<body style="margin:0">
${parts.join("\n")}
</body>
</html>
`;
}

/** What the media adds to the text part: where it is. */
export const mediaLine = ({ url, fileName }: Media): string => (fileName ? `${fileName}: ${url}` : url);

const FONT =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
p,ul,ol,blockquote{margin:0 0 1em}
blockquote{padding-left:.8em;border-left:3px solid #8a8f98}
a{overflow-wrap:anywhere}
`;

/** Mailboxes show the first words after the subject; what fills the line keeps the message's own words out of it. */
function preheaderHtml(preheader: string): string {
  const filler = "&#847;&zwnj;&nbsp;".repeat(80);
  const hidden = "display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all";
  return `<div style="${hidden}">${escapeHtml(preheader)}${filler}</div>`;
}

function imageHtml({ url, fileName = "" }: Media): string {
  const style = "display:block;max-width:100%;height:auto;margin:0 0 1em;border:0;border-radius:8px";
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(fileName)}" style="${style}">`;
}

const linkHtml = ({ url, fileName }: Media): string =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(fileName ?? url)}</a></p>`;
