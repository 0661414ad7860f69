type Answer<T> = { ok: true; data: T } | { ok: false; message: string | null };

/** Sends a file to a POST route of ours. A refusal comes with its sentence; null means that nothing was reached. */
export async function sendFile<T>(address: string, file: File): Promise<Answer<T>> {
  try {
    const response = await fetch(address, { method: "POST", body: file });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, data: body as T };
    return { ok: false, message: sentenceOf(body) };
  } catch {
    return { ok: false, message: null };
  }
}

/** The sentence of the refusal, and what is wrong at the place that it names. */
function sentenceOf(body: unknown): string | null {
  const error = (body as { error?: { message?: string; fields?: Record<string, string> } } | null)?.error;
  if (!error?.message) return null;
  return [error.message, ...Object.values(error.fields ?? {})].join(" ");
}
