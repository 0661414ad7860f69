import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { mintAccountId } from "@/lib/accounts/account-id";
import { readUnsubscribeToken, unsubscribeToken, unsubscribeUrlOf } from "./unsubscribe-token";

beforeAll(() => {
  process.env.APP_SECRET ||= "a-secret-of-at-least-thirty-two-letters";
});

const someone = () => ({
  accountId: mintAccountId(randomUUID()),
  contactId: randomUUID(),
  messageId: randomUUID(),
});

describe("the token of an unsubscribe link", () => {
  it("says who it was made for, and is the same each time", () => {
    const who = someone();
    expect(readUnsubscribeToken(unsubscribeToken(who))).toEqual(who);
    expect(unsubscribeToken(who)).toBe(unsubscribeToken(who));
  });

  it("shows none of the ids, and its address is short", () => {
    const who = someone();
    const url = unsubscribeUrlOf(who);
    const bytes = Buffer.from(unsubscribeToken(who), "base64url").toString("hex");
    for (const id of Object.values(who)) {
      expect(url).not.toContain(id);
      expect(bytes).not.toContain(id.replaceAll("-", ""));
    }
    const sibling = unsubscribeToken({ ...who, messageId: randomUUID() });
    expect(sibling.slice(0, 8)).not.toBe(unsubscribeToken(who).slice(0, 8));
    expect(new URL(url).pathname.length).toBeLessThan(100);
  });

  it("is refused when any letter is another, when it is cut, and when it is none", () => {
    const token = unsubscribeToken(someone());
    const wrong = [...token].map(
      (letter, i) => token.slice(0, i) + (letter === "A" ? "B" : "A") + token.slice(i + 1),
    );
    for (const each of [...wrong, token.slice(1), `${token}A`, "", "x", token.replace(/.$/, "=")]) {
      expect(readUnsubscribeToken(each), each).toBeNull();
    }
  });

  it("is refused by an installation with another secret", () => {
    const token = unsubscribeToken(someone());
    const own = process.env.APP_SECRET;
    process.env.APP_SECRET = "another-secret-of-thirty-two-letters!";
    expect(readUnsubscribeToken(token)).toBeNull();
    process.env.APP_SECRET = own;
  });
});
