import { describe, expect, it } from "vitest";
import type { RuleAction, Trigger } from "./model-rules";
import { startsItself } from "./rule-circle";

const on = (event: Trigger["event"], value?: string, match: Trigger["match"] = "all"): Trigger => ({
  ...{ event, match },
  conditions: value === undefined ? [] : [{ variable: "event.tag", operator: "equal", value }],
});
const adds = (tag: string): RuleAction[] => [{ do: "add_tag", tag }];

describe("a rule that its own doing would start", () => {
  it.each<[string, Trigger, RuleAction[], boolean]>([
    ["a tag of whatever name", on("contact.tagged"), adds("vip"), true],
    ["the very tag, in another case", on("contact.tagged", "VIP"), adds("vip"), true],
    ["another tag", on("contact.tagged", "vip"), adds("lead"), false],
    ["another tag, where one condition is enough", on("contact.tagged", "vip", "any"), adds("lead"), true],
    ["a message for a message", on("message.sent"), [{ do: "send_message", text: "Hi" }], true],
    ["a message for an answer", on("message.received"), [{ do: "send_message", text: "Hi" }], false],
    ["a move for a move", on("deal.stage_changed"), [{ do: "move_deal", stageId: "s" }], true],
    ["the second action counts too", on("conversation.resolved"), [...adds("x"), { do: "resolve" }], true],
    ["a webhook brings nothing about", on("contact.created"), [{ do: "call_webhook", url: "" }], false],
  ])("%s", (_, trigger, actions, expected) => {
    expect(startsItself(trigger, actions)).toBe(expected);
  });
});
