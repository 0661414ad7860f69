import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasOpenApi, templateListingExample } from "@/e2e/stubs/whatsapp-openapi";
import {
  type StubTemplate,
  startWhatsappStub,
  type WhatsappFault,
  type WhatsappStub,
} from "@/e2e/stubs/whatsapp-server";
import { createWhatsappDriver } from "./driver";
import { inboxAt } from "./fixtures";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
const impatient = createWhatsappDriver({ timeoutMs: 1_500 });
let stub: WhatsappStub;

beforeAll(async () => {
  stub = await startWhatsappStub();
});
afterAll(() => stub.close());
afterEach(() => {
  stub.requests.splice(0);
  stub.templates.splice(0);
});

const template = (name: string, over: StubTemplate = {}): StubTemplate => ({
  ...{ id: `id-${name}`, name, language: "pt_BR", status: "APPROVED", category: "UTILITY" },
  ...{ components: [{ type: "BODY", text: "Oi" }], parameter_format: "POSITIONAL" },
  quality_score: { score: "GREEN", date: 1_716_000_000 },
  ...over,
});
const list = (inbox = inboxAt(stub.url)) => driver.listTemplates?.(inbox);

async function listed() {
  const listing = await list();
  if (listing?.kind !== "listed") throw new Error(JSON.stringify(listing));
  return listing.templates;
}

describe("listing the templates of a business account", () => {
  it("asks Meta for what we store, and gives it in its own words", async () => {
    stub.templates.push(template("reminder", { parameter_format: "NAMED", status: "PAUSED" }));
    expect(await listed()).toEqual([
      {
        ...{ providerId: "id-reminder" },
        ...{ name: "reminder", language: "pt_BR", status: "PAUSED", category: "UTILITY", quality: "GREEN" },
        ...{ parameterFormat: "named", components: [{ type: "BODY", text: "Oi" }] },
      },
    ]);
    const address = new URL(stub.requests[0]?.path ?? "", stub.url);
    expect(address.pathname).toBe("/v25.0/419561257915477/message_templates");
    expect(address.searchParams.get("fields")).toBe(
      "name,language,status,category,components,quality_score,parameter_format,id",
    );
    expect(stub.requests[0]?.headers.authorization).toBe("Bearer stub-token");
  });

  it("follows every page, by the cursor and never by the address that Meta makes", async () => {
    stub.templates.push(...Array.from({ length: 120 }, (_, n) => template(`t_${n}`)));
    expect((await listed()).map(({ name }) => name)).toEqual(stub.templates.map(({ name }) => name));
    expect(stub.requests.map(({ path }) => new URL(path, stub.url).searchParams.get("after"))).toEqual([
      null,
      "cursor-50",
      "cursor-100",
      "cursor-120",
    ]);
  });

  it("lists one once that moved to another page meanwhile, and the languages of one name apart", async () => {
    stub.templates.push(...Array.from({ length: 50 }, (_, n) => template(`t_${n}`)));
    stub.templates.push(template("t_49"), template("t_49", { language: "en" }));
    expect(await listed()).toHaveLength(51);
  });

  it("is empty where there are none", async () => {
    expect(await listed()).toEqual([]);
  });

  it("reads what is missing or new without losing the list", async () => {
    stub.templates.push(
      template("bare", { components: undefined, quality_score: undefined, parameter_format: undefined }),
      template("later", { status: "SOMETHING_NEW", category: "SOMETHING_ELSE" }),
      { id: "1", status: "APPROVED" },
    );
    expect(await listed()).toMatchObject([
      { name: "bare", quality: null, parameterFormat: "positional", components: [] },
      { name: "later", status: "SOMETHING_NEW", category: "SOMETHING_ELSE" },
    ]);
  });

  it.skipIf(!hasOpenApi)("understands the example of Meta's own description", async () => {
    stub.failNext({ kind: "status", status: 200, body: JSON.stringify(templateListingExample()) });
    expect(await listed()).toMatchObject([
      { name: "hello_world", language: "en_US", status: "APPROVED", category: "MARKETING" },
      { name: "2023_april_promo", components: [{}, { type: "BODY", example: {} }, {}, { type: "BUTTONS" }] },
    ]);
  });
});

describe("a listing that fails", () => {
  it("says which setting is missing before anything is asked", async () => {
    const inbox = inboxAt(stub.url);
    inbox.config.businessAccountId = "";
    expect(await list(inbox)).toEqual({ kind: "unconfigured", field: "businessAccountId" });
    expect(stub.requests).toEqual([]);
  });

  it("tells a wrong account id from trouble that passes", async () => {
    const inbox = inboxAt(stub.url);
    inbox.config.businessAccountId = "12345";
    expect(await list(inbox)).toMatchObject({
      ...{ kind: "failed", isTemporary: false, code: "100" },
      detail: expect.stringContaining("does not exist"),
    });
  });

  it("never repeats the token", async () => {
    const error = { code: 190, message: "Malformed access token stub-token" };
    stub.failNext({ kind: "error", status: 401, error });
    expect(await list()).toEqual({
      ...{ kind: "failed", isTemporary: false, code: "190" },
      detail: "Malformed access token …",
    });
  });

  it.each<[string, WhatsappFault]>([
    ["a rate limit", { kind: "error", status: 400, error: { code: 80007 } }],
    ["a server error", { kind: "status", status: 500 }],
    ["nonsense", { kind: "nonsense" }],
    ["a page of HTML", { kind: "status", status: 200, body: "<html>" }],
    [
      "what looks like an accepted message",
      { kind: "status", status: 200, body: '{"messages":[{"id":"x"}]}' },
    ],
    ["an answer that stops", { kind: "cut_off" }],
    ["a reset", { kind: "reset", when: "after" }],
  ])("may be tried again after %s", async (_name, fault) => {
    stub.failNext(fault);
    expect(await list()).toMatchObject({ kind: "failed", isTemporary: true, detail: expect.any(String) });
  });

  it("ends with a server that hangs", async () => {
    stub.failNext({ kind: "hang" });
    const listing = await impatient.listTemplates?.(inboxAt(stub.url));
    expect(listing).toMatchObject({ kind: "failed", isTemporary: true, code: "timeout" });
  });

  it("is a failure as a whole when a later page fails, so that nothing looks vanished", async () => {
    stub.failNext(page("cursor-1"), { kind: "status", status: 503 });
    expect(await list()).toMatchObject({ kind: "failed", code: "http_503" });
    expect(stub.requests).toHaveLength(2);
  });
});

it("an endpoint that gives the same page for ever is read once", async () => {
  stub.failNext(page("cursor-1"), page("cursor-1"), page("cursor-1"));
  expect(await listed()).toHaveLength(1);
  expect(stub.requests).toHaveLength(2);
});

const page = (after: string): WhatsappFault => ({
  kind: "status",
  status: 200,
  body: JSON.stringify({ data: [template("one")], paging: { cursors: { after } } }),
});
