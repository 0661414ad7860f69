import { describe, expect, it } from "vitest";
import { isEventVariable, subjectOf, triggerVariables } from "./event-variables";
import { TRIGGER_EVENTS } from "./model-rules";
import { VARIABLES } from "./variables";

describe("what the conditions of a trigger may name", () => {
  it("is what the event is about, also where the run is about the person, and the event's own values", () => {
    const names = triggerVariables({ event: "deal.stage_changed" }, "contact", VARIABLES).map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining(["contact.name", "deal.amount", "event.stage"]));
    expect(names).not.toContain("charge.amount");
  });

  it("is what the run is about where the event is about the contact or of the account's own", () => {
    for (const event of ["contact.tagged", "custom"] as const) {
      const names = triggerVariables({ event }, "charge", []).map(({ name }) => name);
      expect(names).toContain("charge.amount");
    }
  });

  it.each([
    ["event.plan", true],
    ["event.order.id", true],
    ["event.", false],
    ["contact.plan", false],
  ])("%s is a value of an event: %s", (name, isOne) => {
    expect(isEventVariable(name)).toBe(isOne);
  });

  it("every event is about something that a run may be about", () => {
    for (const event of TRIGGER_EVENTS) expect(subjectOf(event)).toBeTruthy();
    expect(subjectOf("message.received")).toBe("conversation");
  });
});
