import { describe, expect, it } from "vitest";
import { addressOf, type ChannelWish, chooseChannel } from "./channel";
import type { Facts } from "./facts";
import { aContact, ago, anEmailInbox, anInbox, NOW, someFacts } from "./test-facts";

const wish = (changes: Partial<ChannelWish> = {}): ChannelWish => ({
  channel: "automatic",
  content: "text",
  openWindowAt: null,
  ...changes,
});
const sms = anInbox({
  id: "sms",
  channel: "sms",
  hasWindow: false,
  hasTemplates: false,
  lastInboundAt: null,
});
const whatsapp = anInbox({ lastInboundAt: null });
const email = anEmailInbox();
const inEmail = { id: "thread", inboxId: "email", status: "open" as const, resolvedAt: null };

function chosen(
  changes: Partial<Omit<Facts, "enrollment" | "sequence">>,
  changedWish: Partial<ChannelWish> = {},
) {
  const choice = chooseChannel(wish(changedWish), someFacts({ inboxes: [whatsapp, email, sms], ...changes }));
  if (choice.kind === "chosen") return `${choice.inbox.id} by ${choice.why}`;
  return choice.kind === "paused" ? `${choice.inbox.id} paused` : "none";
}

describe("automatic takes", () => {
  it.each<[string, Partial<Omit<Facts, "enrollment" | "sequence">>, string]>([
    [
      "the conversation's inbox",
      { conversation: inEmail, contact: aContact({ preferredChannel: "sms" }) },
      "email by conversation",
    ],
    ["else the preferred channel", { contact: aContact({ preferredChannel: "sms" }) }, "sms by preferred"],
    [
      "else where the contact wrote last",
      { inboxes: [whatsapp, { ...email, lastInboundAt: ago(9) }, { ...sms, lastInboundAt: ago(5) }] },
      "sms by last_inbound",
    ],
    ["else the account's order", {}, "whatsapp by account_order"],
    ["no inbox without an address", { contact: aContact({ phone: null }) }, "email by account_order"],
    [
      "no suppressed channel",
      { contact: aContact({ suppressions: [{ channel: "whatsapp", at: ago(999) }] }) },
      "email by account_order",
    ],
    [
      "no inbox that fails for this contact",
      { inboxes: [{ ...whatsapp, failedAt: ago(9) }, email] },
      "email by account_order",
    ],
    [
      "no paused inbox while another can deliver",
      { inboxes: [{ ...whatsapp, status: "paused" }, email] },
      "email by account_order",
    ],
    [
      "to waiting when only paused ones can",
      {
        inboxes: [
          { ...whatsapp, status: "paused" },
          { ...email, failedAt: ago(1) },
        ],
      },
      "whatsapp paused",
    ],
    ["nothing where there is nothing", { inboxes: [] }, "none"],
  ])("%s", (_, changes, expected) => {
    expect(chosen(changes)).toBe(expected);
  });
});

describe("a named channel", () => {
  it.each<[string, ChannelWish["channel"], Partial<Omit<Facts, "enrollment" | "sequence">>, string]>([
    ["takes the first inbox of its kind", "email", {}, "email by step"],
    [
      "prefers the conversation's inbox among them",
      "email",
      { conversation: { ...inEmail, inboxId: "email-2" }, inboxes: [email, anEmailInbox({ id: "email-2" })] },
      "email-2 by conversation",
    ],
    ["never strays to another", "sms", { contact: aContact({ phone: null }) }, "none"],
    ["same conversation means that inbox", "same_conversation", { conversation: inEmail }, "email by step"],
    ["same conversation without one is nothing", "same_conversation", {}, "none"],
  ])("%s", (_, channel, changes, expected) => {
    expect(chosen(changes, { channel })).toBe(expected);
  });
});

it("an HSM template only goes where templates are known", () => {
  expect(chosen({ conversation: inEmail }, { content: "template" })).toBe("whatsapp by account_order");
  expect(chosen({}, { content: "template", channel: "email" })).toBe("none");
});

it("inboxes with a closed window can be left out", () => {
  expect(chosen({}, { openWindowAt: NOW })).toBe("email by account_order");
});

it("nothing chosen tells what ruled out each inbox", () => {
  const contact = aContact({ phone: null, suppressions: [{ channel: "email", at: ago(999) }] });
  const choice = chooseChannel(wish(), someFacts({ contact, inboxes: [whatsapp, email, sms] }));
  expect(choice).toEqual({ kind: "none", obstacles: { inboxes: 3, noAddress: 2, suppressed: 1 } });
});

it.each([
  ["whatsapp", "551187654321"],
  ["sms", "+5511987654321"],
  ["email", "ana@example.com"],
] as const)("the address on %s is %s", (channel, address) => {
  const contact = aContact({ identities: [{ kind: "whatsapp", value: "551187654321" }] });
  expect(addressOf(contact, channel)).toBe(address);
});

it("identities serve where the contact's own fields are empty", () => {
  const identities = [
    { kind: "email" as const, value: "b@example.com" },
    { kind: "phone" as const, value: "+351911111111" },
  ];
  const contact = aContact({ email: null, phone: null, identities });
  expect(addressOf(contact, "email")).toBe("b@example.com");
  expect(addressOf(contact, "whatsapp")).toBe("+351911111111");
  expect(addressOf(aContact({ phone: null }), "sms")).toBe(null);
});

describe("the address on WhatsApp", () => {
  const named = (...values: string[]) => values.map((value) => ({ kind: "whatsapp" as const, value }));

  it.each([
    ["the newest number that WhatsApp calls them", named("551187654321", "5511987654321"), "551187654321"],
    ["a number before an id of the business", named("BR.1349", "551187654321"), "551187654321"],
    ["the phone before an id of the business", named("BR.1349"), "+5511987654321"],
  ])("is %s", (_what, identities, expected) => {
    expect(addressOf(aContact({ identities }), "whatsapp")).toBe(expected);
  });

  it("is an id of the business where nothing else is known", () => {
    expect(addressOf(aContact({ identities: named("BR.1349"), phone: null }), "whatsapp")).toBe("BR.1349");
  });
});
