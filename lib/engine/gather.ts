type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};
type Lane<Item, Result> = { waiting: Waiting<Item, Result>[]; running: number; isScheduled: boolean };

/**
 * Turns many single calls into few batched ones: calls that arrive while earlier batches of the same account are under
 * way wait for the next, so that the batch grows with the load and a lone call is not delayed. `act` answers in the
 * order of its items and leaves nothing behind when it throws: a batch that fails is repeated item by item, so that only
 * the calls that fail by themselves are rejected.
 */
export function gather<Account extends string, Item, Result>(
  act: (account: Account, items: Item[]) => Promise<Result[]>,
  limits: { maxItems: number; maxBatches: number },
): (account: Account, item: Item) => Promise<Result> {
  const lanes = new Map<Account, Lane<Item, Result>>();

  const run = async (account: Account, lane: Lane<Item, Result>) => {
    const batch = lane.waiting.splice(0, limits.maxItems);
    lane.running += 1;
    await attempt(account, batch);
    lane.running -= 1;
    schedule(account, lane);
  };

  const attempt = async (account: Account, batch: Waiting<Item, Result>[]) => {
    try {
      const results = await act(
        account,
        batch.map(({ item }) => item),
      );
      for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await attempt(account, [one]);
    }
  };

  const schedule = (account: Account, lane: Lane<Item, Result>) => {
    if (lane.waiting.length === 0) {
      if (lane.running === 0) lanes.delete(account);
      return;
    }
    if (lane.isScheduled || lane.running >= limits.maxBatches) return;
    lane.isScheduled = true;
    // After the current round of I/O callbacks, so that calls made side by side share a batch.
    setImmediate(() => {
      lane.isScheduled = false;
      if (lane.waiting.length > 0 && lane.running < limits.maxBatches) void run(account, lane);
      schedule(account, lane);
    });
  };

  return (account, item) =>
    new Promise<Result>((resolve, reject) => {
      const lane = lanes.get(account) ?? { waiting: [], running: 0, isScheduled: false };
      lanes.set(account, lane);
      lane.waiting.push({ item, resolve, reject });
      schedule(account, lane);
    });
}
