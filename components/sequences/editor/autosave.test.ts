import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosave, RETRY_DELAY_MS, SAVE_DELAY_MS, type SaveAnswer, type SaveState } from "./autosave";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that answers when told to. */
function arrange() {
  const sent: { draft: string; revision: number; answer: (answer: SaveAnswer) => void }[] = [];
  const states: SaveState["kind"][] = [];
  const net = { isOnline: true };
  const autosave = createAutosave<string>({
    revision: 1,
    isOnline: () => net.isOnline,
    save: (draft, revision) => new Promise((answer) => sent.push({ draft, revision, answer })),
    onState: (state) => states.push(state.kind),
  });
  const answer = async (index: number, given: SaveAnswer) => {
    sent[index]?.answer(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  const words = () => sent.map(({ draft, revision }) => `${draft}@${revision}`);
  return { autosave, states, answer, words, net };
}

const saved = (revision: number): SaveAnswer => ({ ok: true, revision, savedAt: "2026-11-22T10:00:00Z" });
const failed: SaveAnswer = { ok: false, isConflict: false, message: "offline" };
const conflict: SaveAnswer = { ok: false, isConflict: true, message: "changed" };

describe("the autosave", () => {
  it("saves the last words a moment after typing ends", async () => {
    const { autosave, states, answer, words } = arrange();
    autosave.change("H");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1);
    autosave.change("Hi");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    await answer(0, saved(2));
    expect(words()).toEqual(["Hi@1"]);
    expect(states).toEqual(["unsaved", "unsaved", "saving", "saved"]);
    expect(autosave.hasUnsaved).toBe(false);
  });

  it("never says saved while newer words wait, and saves those on top", async () => {
    const { autosave, states, answer, words } = arrange();
    autosave.change("a");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    autosave.change("b");
    await answer(0, saved(2));
    expect(words()).toEqual(["a@1", "b@2"]);
    expect(states).not.toContain("saved");
    await answer(1, saved(3));
    expect(states.at(-1)).toBe("saved");
  });

  it("repeats a save without an answer word for word before anything newer", async () => {
    const { autosave, states, answer, words } = arrange();
    autosave.change("a");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    await answer(0, failed);
    expect(states.at(-1)).toBe("failed");
    autosave.change("b");
    await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS);
    await answer(1, saved(2));
    await answer(2, saved(3));
    expect(words()).toEqual(["a@1", "a@1", "b@2"]);
    expect(autosave.hasUnsaved).toBe(false);
  });

  it("sends nothing after a conflict", async () => {
    const { autosave, states, answer, words } = arrange();
    autosave.change("a");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    await answer(0, conflict);
    autosave.change("b");
    await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS);
    expect(words()).toEqual(["a@1"]);
    expect(states.at(-1)).toBe("conflict");
    expect(await autosave.flush()).toBeNull();
  });

  it("flushes at once and tells the revision that holds everything", async () => {
    const { autosave, answer } = arrange();
    autosave.change("a");
    const flushed = autosave.flush();
    await answer(0, saved(2));
    expect(await flushed).toBe(2);
    expect(await autosave.flush()).toBe(2);
  });

  it("tells a flush that failed from one that saved", async () => {
    const { autosave, answer } = arrange();
    autosave.change("a");
    const flushed = autosave.flush();
    await answer(0, failed);
    expect(await flushed).toBeNull();
    autosave.stop();
  });

  it("says offline at once, sends nothing meanwhile, and saves the last words when told that the network is back", async () => {
    const { autosave, states, answer, words, net } = arrange();
    net.isOnline = false;
    autosave.change("a");
    autosave.change("ab");
    await vi.advanceTimersByTimeAsync(10 * RETRY_DELAY_MS);
    expect(words()).toEqual([]);
    expect(new Set(states)).toEqual(new Set(["offline"]));
    expect(autosave.hasUnsaved).toBe(true);
    net.isOnline = true;
    const flushed = autosave.flush();
    await answer(0, saved(2));
    expect(await flushed).toBe(2);
    expect(words()).toEqual(["ab@1"]);
  });

  it("repeats the save that the network broke off word for word, once it is back", async () => {
    const { autosave, states, answer, words, net } = arrange();
    autosave.change("a");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    net.isOnline = false;
    await answer(0, failed);
    autosave.change("b");
    expect(states.at(-1)).toBe("offline");
    net.isOnline = true;
    void autosave.flush();
    await answer(1, saved(2));
    await answer(2, saved(3));
    expect(words()).toEqual(["a@1", "a@1", "b@2"]);
  });

  it("saves the person's own draft over the other's once they have decided so", async () => {
    const { autosave, states, answer, words } = arrange();
    autosave.change("mine");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    await answer(0, conflict);
    void autosave.overwrite("mine, too", 5);
    await answer(1, saved(6));
    expect(words()).toEqual(["mine@1", "mine, too@5"]);
    expect(states.at(-1)).toBe("saved");
  });

  it("goes on from the other's draft once they have taken that", async () => {
    const { autosave, answer, words } = arrange();
    autosave.change("mine");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    await answer(0, conflict);
    autosave.adopt(5, "2026-11-22T10:00:00Z");
    expect(autosave.hasUnsaved).toBe(false);
    autosave.change("theirs and mine");
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS);
    expect(words()).toEqual(["mine@1", "theirs and mine@5"]);
  });
});
