import { describe, expect, it } from "vitest";
import { shownBody } from "./timeline-body";

describe("what a provider delivered is shown", () => {
  it("as indented JSON, without the keys that some servers put into it", () => {
    const body = JSON.stringify({
      event: "messages.upsert",
      apikey: "k-1",
      data: { accessToken: "t", text: "Hi" },
    });
    expect(shownBody(body)).toEqual({
      body: `{
  "event": "messages.upsert",
  "apikey": "•••",
  "data": {
    "accessToken": "•••",
    "text": "Hi"
  }
}`,
      isCut: false,
    });
  });

  it("as lines, where it is a form", () => {
    expect(shownBody("MessageSid=SM1&Body=Yes%2C+please&AuthToken=abc").body).toBe(
      "MessageSid: SM1\nBody: Yes, please\nAuthToken: •••",
    );
  });

  it("as it is, where it is neither, and without secrets when it was cut in the middle", () => {
    expect(shownBody("From: a@b.co\n\nHello").body).toBe("From: a@b.co\n\nHello");
    expect(shownBody('{"apikey": "k-1", "text": "Hel').body).toBe('{"apikey": "•••", "text": "Hel');
    expect(shownBody("")).toEqual({ body: "", isCut: false });
  });

  it("up to its limit", () => {
    const { body, isCut } = shownBody(`x ${"a".repeat(100_000)}`);
    expect([body.length, isCut]).toEqual([65_536, true]);
  });
});
