import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/auth/[...all]/route";
import { useTestDatabase } from "@/db/test-database";
import { env } from "@/lib/env";
import { withRequest } from "@/scripts/test/next-headers";
import { signUp } from "@/scripts/test/sign-in";
import { currentSession } from "./auth";

const db = useTestDatabase();

const own = { origin: env.appUrl, "content-type": "application/json" };

function post(path: string, body: unknown, headers: Record<string, string> = own): Promise<Response> {
  const url = `${env.appUrl}/api/auth/${path}`;
  return POST(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function emailOf(userId: string): Promise<string> {
  const [row] = await db.sql<{ email: string }[]>`select email from users where id = ${userId}`;
  return row?.email ?? "";
}

const password = "correct horse";

describe("signing in", () => {
  it("gives a cookie that scripts and other sites do not get", async () => {
    const email = await emailOf((await signUp()).userId);
    const answer = await post(
      "sign-in/email",
      { email, password },
      { ...own, "x-forwarded-for": "192.0.2.1" },
    );
    expect(answer.status).toBe(200);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(new RegExp(`Max-Age=${30 * 86_400}`));
  });

  it("does not tell a wrong password from an unknown address", async () => {
    const email = await emailOf((await signUp()).userId);
    const from = { ...own, "x-forwarded-for": "192.0.2.2" };
    const wrong = await post("sign-in/email", { email, password: "wrong horse" }, from);
    const unknown = await post("sign-in/email", { email: "nobody@example.com", password }, from);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it.each<[string, Record<string, string>]>([
    ["no origin", { "content-type": "application/json" }],
    ["another origin", { ...own, origin: "https://evil.example" }],
    ["another site", { ...own, "sec-fetch-site": "cross-site" }],
  ])("is refused with %s", async (_, headers) => {
    const answer = await post("sign-in/email", { email: "a@example.com", password }, headers);
    expect(answer.status).toBe(403);
  });

  it("is slowed down after 20 attempts a minute from one address, for every process", async () => {
    const from = { ...own, "x-forwarded-for": "192.0.2.3" };
    const attempt = () =>
      post("sign-in/email", { email: "nobody@example.com", password: "wrong horse" }, from);
    const statuses: number[] = [];
    for (let index = 0; index < 21; index++) statuses.push((await attempt()).status);
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses[20]).toBe(429);
    expect(await db.sql`select 1 from rate_limits where key like '%192.0.2.3%'`).toHaveLength(1);
  });
});

describe("a session", () => {
  it("names its person", async () => {
    const visitor = await signUp("Ana Souza");
    expect((await visitor.ask(currentSession))?.user).toMatchObject({
      id: visitor.userId,
      name: "Ana Souza",
    });
  });

  it("is over after signing out, also for who kept the cookie", async () => {
    const visitor = await signUp();
    await post("sign-out", {}, { ...own, cookie: visitor.headers.cookie ?? "" });
    expect(await visitor.ask(currentSession)).toBeNull();
  });

  it("is not made by a cookie that was tampered with", async () => {
    const { headers } = await signUp();
    const forged = { ...headers, cookie: `${headers.cookie?.slice(0, -4)}AAAA` };
    expect(await withRequest(forged, currentSession)).toBeNull();
  });

  it("does not take a language or verification from the sign-up form", async () => {
    const body = { name: "Eve", email: "eve@example.com", password, emailVerified: true, locale: "xx" };
    await post("sign-up/email", body, { ...own, "x-forwarded-for": "192.0.2.4" });
    const rows = await db.sql`select email_verified, locale from users where email = 'eve@example.com'`;
    for (const row of rows) expect(row).toEqual({ email_verified: false, locale: null });
  });

  it("is answered by a plain read", async () => {
    const { headers } = await signUp();
    const answer = await GET(new Request(`${env.appUrl}/api/auth/get-session`, { headers }));
    expect(((await answer.json()) as { user: { name: string } }).user.name).toBe("Visitor");
  });
});
