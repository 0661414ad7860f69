import type { DigestTold } from "./mail";

const CELL = "padding:6px 12px 6px 0;border-bottom:1px solid #e5e5e5;text-align:left;vertical-align:top";
const LINK = "color:#1d4ed8";

/** One table and no pictures: every mailbox shows it, and a screen reader reads it in order. */
export function mailHtml({
  locale,
  title,
  intro,
  figures,
  sequencesTitle,
  sequences,
  links,
  why,
}: DigestTold): string {
  const rows = figures.map(
    ({ name, value, share, change, link }) => `
      <tr>
        <th scope="row" style="${CELL};font-weight:normal">${safe(name)}</th>
        <td style="${CELL}"><strong>${anchor(value, link)}</strong>${share ? `<br>${safe(share)}` : ""}</td>
        <td style="${CELL}">${safe(change)}</td>
      </tr>`,
  );
  const told = sequences.map(({ name, text, link }) => `<li>${anchor(name, link)}: ${safe(text)}</li>`);
  return `<!doctype html>
<html lang="${safe(locale)}">
  <head><meta charset="utf-8"><title>${safe(title)}</title></head>
  <body style="margin:0;padding:24px;font:14px/1.5 system-ui,sans-serif;color:#171717;background:#ffffff">
    <h1 style="margin:0 0 8px;font-size:18px">${safe(title)}</h1>
    <p style="margin:0 0 16px">${safe(intro)}</p>
    <table style="border-collapse:collapse;margin:0 0 16px">${rows.join("")}
    </table>
    ${told.length > 0 ? `<h2 style="margin:0 0 4px;font-size:15px">${safe(sequencesTitle)}</h2><ul style="margin:0 0 16px;padding-left:20px">${told.join("")}</ul>` : ""}
    <p style="margin:0 0 16px">${links.map(({ text, link }) => anchor(text, link)).join("<br>")}</p>
    <p style="margin:0;color:#525252;font-size:12px">${safe(why)}</p>
  </body>
</html>
`;
}

const anchor = (text: string, link: string | null): string =>
  link ? `<a href="${safe(link)}" style="${LINK}">${safe(text)}</a>` : safe(text);

/** Names are what people typed. */
const safe = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
