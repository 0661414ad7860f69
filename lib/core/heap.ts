export type Timed = { atMs: number; order: number };

/** A queue by time; what has the same time comes in the order of `order`. Binary heap: log n for each push and pop. */
export function createHeap() {
  const items: Timed[] = [];
  const isBefore = (a: Timed, b: Timed) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

  return {
    push(atMs: number, order: number): void {
      const item = { atMs, order };
      let place = items.length;
      while (place > 0) {
        const above = (place - 1) >> 1;
        const parent = items[above];
        if (!parent || !isBefore(item, parent)) break;
        items[place] = parent;
        place = above;
      }
      items[place] = item;
    },
    pop(): Timed | null {
      const first = items[0];
      const last = items.pop();
      if (!first || !last) return null;
      if (items.length > 0) sink(last);
      return first;
    },
  };

  function sink(item: Timed): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [a, b] = [items[left], items[left + 1]];
      if (!a) break;
      const [child, below] = b && isBefore(b, a) ? [b, left + 1] : [a, left];
      if (!isBefore(child, item)) break;
      items[place] = child;
      place = below;
    }
    items[place] = item;
  }
}
export type Heap = ReturnType<typeof createHeap>;
