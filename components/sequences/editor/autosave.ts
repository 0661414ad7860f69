/** What the person is told about their words. `unsaved` is the short rest before a save begins. */
export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** Will be tried again by itself. */
  | { kind: "failed"; message: string }
  /** Somebody else has saved since: nothing is sent until the page is read again. */
  | { kind: "conflict"; message: string };

export type SaveAnswer =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; isConflict: boolean; message: string };

type Options<Draft> = {
  revision: number;
  /** Never rejects. */
  save: (draft: Draft, revision: number) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
};

export const SAVE_DELAY_MS = 600;
export const RETRY_DELAY_MS = 4_000;

/**
 * Saves the latest draft a moment after the last change, one save at a time. A save without an answer is repeated
 * word for word before anything newer, so that the server can tell a repetition from somebody else's change.
 */
export function createAutosave<Draft>({ revision, save, onState }: Options<Draft>) {
  let latest: { draft: Draft } | null = null;
  let attempt: { draft: Draft } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

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
    while (!isOver) {
      attempt ??= latest;
      if (!attempt) return;
      if (attempt === latest) latest = null;
      onState({ kind: "saving" });
      const answer = await save(attempt.draft, revision);
      if (isOver) return;
      if (!answer.ok) return fail(answer.isConflict, answer.message);
      attempt = null;
      revision = answer.revision;
      if (!latest) onState({ kind: "saved", at: answer.savedAt });
    }
  }

  function fail(isConflict: boolean, message: string) {
    if (isConflict) isOver = true;
    else later(RETRY_DELAY_MS);
    onState(isConflict ? { kind: "conflict", message } : { kind: "failed", message });
  }

  return {
    change(draft: Draft) {
      if (isOver) return;
      latest = { draft };
      if (running) return;
      onState({ kind: "unsaved" });
      later(SAVE_DELAY_MS);
    },
    /** Saves what is waiting at once; the revision that then holds everything, or null when it could not be saved. */
    async flush(): Promise<number | null> {
      await run();
      return isOver || latest || attempt ? null : revision;
    },
    get hasUnsaved() {
      return latest !== null || attempt !== null;
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
