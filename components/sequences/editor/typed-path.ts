/** Where two drafts differ when it is by one typed text or number alone, as a path of keys; else null. */
export function typedPath(before: unknown, after: unknown): string | null {
  const differing = differences(before, after, "");
  const [only] = differing;
  return differing.length === 1 && only?.isTyped ? only.path : null;
}

type Difference = { path: string; isTyped: boolean };

function differences(before: unknown, after: unknown, path: string): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isGroup(before) || !isGroup(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, isTyped: isTypable(before) && isTypable(after) }];
  }
  if (Array.isArray(before) && before.length !== (after as unknown as unknown[]).length) {
    return [{ path, isTyped: false }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}/${key}`));
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isTypable = (value: unknown): boolean =>
  value === undefined || typeof value === "string" || typeof value === "number";
