/** What the person is told about their words. `unsaved` is the short rest before a save begins. */
export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** Will be tried again by itself. */
  | { kind: "failed"; message: string }
  /** Kept on this computer and sent once the network is there again. */
  | { kind: "offline" }
  /** Somebody else has saved since: nothing is sent until a person has decided. */
  | { kind: "conflict" };

export type SaveAnswer =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; isConflict: boolean; message: string };

type Options<Draft> = {
  revision: number;
  /** Never rejects. */
  save: (draft: Draft, revision: number) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  isOnline: () => boolean;
};

export const SAVE_DELAY_MS = 600;
export const RETRY_DELAY_MS = 4_000;

/**
 * Saves the latest draft a moment after the last change, one save at a time. A save without an answer is repeated
 * word for word before anything newer, so that the server can tell a repetition from somebody else's change.
 */
export function createAutosave<Draft>({ revision, save, onState, isOnline }: Options<Draft>) {
  let latest: { draft: Draft } | null = null;
  let attempt: { draft: Draft } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** After a conflict until it is decided, and after the end. */
  let isHeld = false;

  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delay);
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  };

  async function saveAll() {
    while (!isHeld) {
      attempt ??= latest;
      if (!attempt) return;
      if (!isOnline()) return onState({ kind: "offline" });
      if (attempt === latest) latest = null;
      onState({ kind: "saving" });
      const answer = await save(attempt.draft, revision);
      if (isHeld) return;
      if (!answer.ok) return fail(answer.isConflict, answer.message);
      attempt = null;
      revision = answer.revision;
      if (!latest) onState({ kind: "saved", at: answer.savedAt });
    }
  }

  function fail(isConflict: boolean, message: string) {
    if (isConflict) {
      isHeld = true;
      return onState({ kind: "conflict" });
    }
    if (!isOnline()) return onState({ kind: "offline" });
    later(RETRY_DELAY_MS);
    onState({ kind: "failed", message });
  }

  function begin(from: number) {
    clearTimeout(timer);
    attempt = null;
    latest = null;
    revision = from;
    isHeld = false;
  }

  return {
    change(draft: Draft) {
      latest = { draft };
      if (running || isHeld) return;
      if (!isOnline()) return onState({ kind: "offline" });
      onState({ kind: "unsaved" });
      later(SAVE_DELAY_MS);
    },
    /** Saves what is waiting at once; the revision that then holds everything, or null when it could not be saved. */
    async flush(): Promise<number | null> {
      await run();
      return isHeld || latest || attempt ? null : revision;
    },
    /** Goes on from a draft that was read as `from`; what was waiting is given up. */
    adopt(from: number, savedAt: string) {
      begin(from);
      onState({ kind: "saved", at: savedAt });
    },
    /** Saves this draft on top of `from`, after a conflict or a crash; what was waiting is given up. */
    overwrite(draft: Draft, from: number): Promise<void> {
      begin(from);
      latest = { draft };
      return run();
    },
    /** Waits for a decision, as after a conflict. */
    hold() {
      isHeld = true;
      clearTimeout(timer);
      onState({ kind: "conflict" });
    },
    get hasUnsaved() {
      return latest !== null || attempt !== null;
    },
    get revision() {
      return revision;
    },
    stop() {
      isHeld = true;
      clearTimeout(timer);
    },
  };
}
