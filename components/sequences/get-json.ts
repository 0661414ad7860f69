/** Reads a route of ours, by GET unless asked otherwise. Throws an Error with the sentence that the route refused with. */
export async function getJson<T>(address: string, init?: Pick<RequestInit, "method" | "body">): Promise<T> {
  const response = await fetch(address, { ...init, headers: { accept: "application/json" } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw new Error(sentenceOf(body) ?? String(response.status));
}

function sentenceOf(body: unknown): string | null {
  const error = (body as { error?: { message?: unknown } } | null)?.error;
  return typeof error?.message === "string" ? error.message : null;
}
