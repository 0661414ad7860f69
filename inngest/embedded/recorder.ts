import type { Sql } from "postgres";
import type { Directory } from "./directory";
import { ensureMatchPaths, type MatchPaths } from "./look-back";
import type { Clock } from "./model";
import { newWaits, recordWrites, type Write } from "./record";

/** Small batches are better than late answers: a checkpoint waits for its commit before the next step runs. */
const LINGER_MS = 1;
const LARGEST_BATCH = 250;
const PARALLEL_COMMITS = 2;
const TRIES = 4;
/** deadlock_detected, serialization_failure: the transaction changed nothing and may be tried again. */
const REPEATABLE = new Set(["40P01", "40001"]);

interface Waiting {
  write: Write;
  resolve: (live: boolean) => void;
  reject: (error: unknown) => void;
}

export interface Recorder {
  /** False when the dispatch has lost its lease or its run is over. */
  record(write: Write): Promise<boolean>;
}

/** Commits the writes of many runs together. `onRecorded` is told after each commit. */
export function createRecorder(
  sql: Sql,
  directory: Directory,
  clock: Clock,
  onRecorded: (writes: readonly Write[]) => void,
): Recorder {
  const paths: MatchPaths = new Map();
  let queue: Waiting[] = [];
  let committing = 0;
  let timer: NodeJS.Timeout | null = null;

  function schedule(): void {
    if (timer || committing >= PARALLEL_COMMITS || queue.length === 0) return;
    timer = setTimeout(commitNext, LINGER_MS);
  }

  function commitNext(): void {
    timer = null;
    const batch = queue.slice(0, LARGEST_BATCH);
    queue = queue.slice(LARGEST_BATCH);
    committing++;
    void commit(batch).finally(() => {
      committing--;
      schedule();
    });
    schedule();
  }

  async function commit(batch: Waiting[]): Promise<void> {
    const writes = batch.map((one) => one.write);
    try {
      const live = await commitWrites(writes);
      for (const [index, one] of batch.entries()) one.resolve(live[index] ?? false);
      onRecorded(writes);
    } catch (error) {
      // One unwritable result must not hold up the others.
      if (batch.length > 1) await Promise.all(batch.map((one) => commit([one])));
      else batch[0]?.reject(error);
    }
  }

  async function commitWrites(writes: Write[]): Promise<boolean[]> {
    for (let tries = 1; ; tries++) {
      try {
        const waits = writes.flatMap(newWaits);
        await ensureMatchPaths(sql, paths, waits);
        for (const wait of waits) directory.heard.add(wait.eventName);
        return await sql.begin((tx) => recordWrites(tx, writes, directory, paths, clock()));
      } catch (error) {
        const code = (error as { code?: string }).code ?? "";
        if (tries >= TRIES || !REPEATABLE.has(code)) throw error;
      }
    }
  }

  return {
    record(write) {
      return new Promise<boolean>((resolve, reject) => {
        queue.push({ write, resolve, reject });
        schedule();
      });
    },
  };
}
