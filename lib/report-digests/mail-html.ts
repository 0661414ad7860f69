import type { DigestTold } from "./mail";

const CELL = "padding:8px 12px 8px 0;border-bottom:1px solid #e5e5e5;text-align:left;vertical-align:top";
const NUMBER = "text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums";
const LINK = "color:#1d4ed8";
const QUIET = "color:#525252;font-size:13px";

/** For mailboxes that show dark what says that it can be; the others show it light or turn the colours themselves. */
const DARK = `@media (prefers-color-scheme: dark) {
      body { background: #171717 !important; color: #ededed !important }
      th, td { border-color: #404040 !important }
      a { color: #93c5fd !important }
      .quiet { color: #a3a3a3 !important }
    }`;

/** One table and no pictures: every mailbox shows it, a phone has room for it, and a screen reader reads it in order. */
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
        <th scope="row" style="${CELL};font-weight:normal">${safe(name)}<br>
          <span class="quiet" style="${QUIET}">${share ? `${safe(share)}, ` : ""}${safe(change)}</span></th>
        <td style="${CELL};${NUMBER};width:1%;padding-right:0"><strong>${anchor(value, link)}</strong></td>
      </tr>`,
  );
  const told = sequences.map(({ name, text, link }) => `<li>${anchor(name, link)}: ${safe(text)}</li>`);
  return `<!doctype html>
<html lang="${safe(locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>${safe(title)}</title>
    <style>${DARK}</style>
  </head>
  <body style="margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif;color:#171717;background:#ffffff">
    <div style="max-width:600px;margin:0 auto">
    <h1 style="margin:0 0 8px;font-size:18px;line-height:1.3">${safe(title)}</h1>
    <p style="margin:0 0 16px">${safe(intro)}</p>
    <table style="border-collapse:collapse;width:100%;margin:0 0 24px">${rows.join("")}
    </table>
    ${told.length > 0 ? `<h2 style="margin:0 0 8px;font-size:15px">${safe(sequencesTitle)}</h2><ul style="margin:0 0 24px;padding-left:20px">${told.join("")}</ul>` : ""}
    <p style="margin:0 0 16px">${links.map(({ text, link }) => anchor(text, link)).join("<br>")}</p>
    <p class="quiet" style="margin:0;color:#525252;font-size:12px;overflow-wrap:anywhere">${safe(why)}</p>
    </div>
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
