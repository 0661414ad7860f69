import { describe, expect, it, vi } from "vitest";
import { type Command, createCommandRegistry } from "./command-registry";

const command = (id: string, over: Partial<Command> = {}): Command => ({
  id,
  label: id,
  run: () => {},
  ...over,
});
const idsOf = (commands: { id: string }[]) => commands.map(({ id }) => id);

describe("what is offered", () => {
  it("stands in the order of the groups, the part mounted last first, and goes when the part goes", () => {
    const registry = createCommandRegistry();
    registry.put("frame", "go", [command("overview")]);
    registry.put("list", "screen", [command("new"), command("filter")]);
    registry.put("panel", "screen", [command("close")]);
    expect(idsOf(registry.offered())).toEqual(["close", "new", "filter", "overview"]);
    registry.remove("list");
    expect(idsOf(registry.offered())).toEqual(["close", "overview"]);
  });

  it("is replaced when the part offers something else", () => {
    const registry = createCommandRegistry();
    registry.put("list", "screen", [command("a"), command("b")]);
    registry.put("list", "screen", [command("c")]);
    expect(idsOf(registry.offered())).toEqual(["c"]);
  });

  it("is told to those who listen, and is the same list until something changes", () => {
    const registry = createCommandRegistry();
    const told = vi.fn();
    const leave = registry.subscribe(told);
    registry.put("list", "screen", [command("a")]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(registry.offered()).toBe(registry.offered());
    leave();
    registry.remove("list");
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe("keys", () => {
  const registry = createCommandRegistry();
  registry.put("frame", "go", [
    command("sequences", { shortcut: "g s" }),
    command("everywhere", { shortcut: "a" }),
  ]);
  registry.put("help", "help", [command("palette", { shortcut: "mod+k", worksInFields: true })]);
  registry.put("editor", "screen", [
    command("add", { shortcut: "a" }),
    command("undo", { shortcut: "mod+z", isDisabled: true }),
  ]);
  const found = (pressed: string[], isTyping = false) => {
    const answer = registry.find(pressed, isTyping);
    return answer && answer !== "more" ? answer.id : answer;
  };

  it("mean what the screen offers before what the frame offers", () => {
    expect(found(["a"])).toBe("add");
  });

  it("wait for the second of two", () => {
    expect(found(["g"])).toBe("more");
    expect(found(["g", "s"])).toBe("sequences");
    expect(found(["g", "x"])).toBeNull();
  });

  it("rest while a field is typed in, but for those that work there", () => {
    expect(found(["a"], true)).toBeNull();
    expect(found(["g"], true)).toBeNull();
    expect(found(["mod+k"], true)).toBe("palette");
  });

  it("do nothing for what cannot be done", () => {
    expect(found(["mod+z"])).toBeNull();
  });
});
