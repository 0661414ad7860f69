/**
 * An answer that grows while the work goes on: one JSON value a line. What is thrown on the way becomes the last line;
 * a reader who leaves ends the work.
 */
export function lineAnswer<T>(events: AsyncGenerator<T>, toLine: (error: unknown) => unknown): Response {
  const encode = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await events.next();
        if (next.done) controller.close();
        else controller.enqueue(encode(next.value));
      } catch (error) {
        controller.enqueue(encode(toLine(error)));
        controller.close();
      }
    },
    async cancel() {
      await events.return(undefined);
    },
  });
  return new Response(stream, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "private, no-store" },
  });
}
