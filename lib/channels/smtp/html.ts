/**
 * The HTML part of a text message: paragraphs, line breaks and links, everything else escaped. Only http and https
 * addresses become links, so no text can bring a script into a mailbox.
 */
export function htmlOf(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${paragraph.split("\n").map(lineOf).join("<br>\n")}</p>`);
  return `<!doctype html>\n<html><body>\n${paragraphs.join("\n")}\n</body></html>\n`;
}

/** An address ends before the punctuation that closes the sentence around it. */
const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi;

function lineOf(line: string): string {
  let html = "";
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    const href = escapeHtml(match[0]);
    html += `${escapeHtml(line.slice(end, match.index))}<a href="${href}">${href}</a>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(end));
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
