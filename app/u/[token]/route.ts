import { followLink } from "@/lib/unsubscribe/by-link";

type Context = { params: Promise<{ token: string }> };

/** Programs look at every link of a mail: looking at it changes nothing and leads to the page that asks. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return seeOther(`/unsubscribe/${encodeURIComponent((await params).token)}`);
}

/**
 * One click in a mail program (RFC 8058 section 3.2): without cookies, without a page, answered at once and not
 * redirected. The page's own buttons come here too and say so, to be led back.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return said(413, "Too much");
  const form = await request.formData().catch(() => null);
  const wish = form?.get("wish") === "again" ? "again" : "stop";
  if (wish === "stop" && form?.get("List-Unsubscribe") !== "One-Click") {
    return said(400, "Expected List-Unsubscribe=One-Click");
  }
  if (!(await followLink(token, wish, new Date()))) return said(404, "This link does not work");
  if (form?.get("page") !== "yes") return said(200, "Unsubscribed");
  return seeOther(`/unsubscribe/${encodeURIComponent(token)}${wish === "again" ? "?again" : ""}`);
}

/** A form of two fields is far smaller. */
const MOST_BYTES = 10_000;

const said = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
