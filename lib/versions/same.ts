/** Whether two values say the same as JSON: the order of keys means nothing, nor does a key without a value. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** JSON with its keys in order, for comparing and counting. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "undefined";

/** By id; where a list by mistake holds one twice, the second is followed as the second. */
export function byId<T extends { id: string }>(list: readonly T[]): Map<string, { item: T; index: number }> {
  const placed = new Map<string, { item: T; index: number }>();
  for (const [index, item] of list.entries()) {
    let times = 0;
    while (placed.has(`${item.id} ${times}`)) times += 1;
    placed.set(`${item.id} ${times}`, { item, index });
  }
  return placed;
}

/** What only one of two lists has, counting repetitions. */
export function onlyIn<T>(list: readonly T[], other: readonly T[]): T[] {
  const left = other.map(canonical);
  return list.filter((item) => {
    const index = left.indexOf(canonical(item));
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}
