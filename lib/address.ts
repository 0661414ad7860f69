import type * as z from "zod";

/**
 * What a page's address asks for. People edit addresses and keep old ones: what does not fit is as if it were not
 * there, rather than an error.
 */
export function fromAddress<Schema extends z.ZodObject>(
  schema: Schema,
  asked: Record<string, string | string[] | undefined>,
): Partial<z.infer<Schema>> {
  const single = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value].flat()[0]]));
  const parsed = schema.partial().safeParse(single);
  if (parsed.success) return parsed.data as Partial<z.infer<Schema>>;
  const bad = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const good = Object.fromEntries(Object.entries(single).filter(([name]) => !bad.has(name)));
  const again = schema.partial().safeParse(good);
  return again.success ? (again.data as Partial<z.infer<Schema>>) : {};
}
