/** Asks a POST route of ours. Throws an Error with the sentence that the route refused with, if there is one. */
export async function postJson<T>(address: string, body: object): Promise<T> {
  const response = await fetch(address, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw new Error((answer as { error?: { message?: string } } | null)?.error?.message ?? "");
}
