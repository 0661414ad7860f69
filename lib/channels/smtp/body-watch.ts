import type { Readable } from "node:stream";
import type { Transporter } from "nodemailer";

const bodies = new WeakMap<AbortSignal, Readable[]>();

/** Makes a transport note, per mail, the stream that the server is fed from. A mail is known by its abort signal. */
export function watchBodies(transport: Transporter): Transporter {
  return transport.use("stream", (mail, done) => {
    const { signal } = mail.data;
    mail.message?.processFunc((body: Readable) => {
      if (signal) bodies.set(signal, [...(bodies.get(signal) ?? []), body]);
      return body;
    });
    done();
  });
}

/** Whether any attempt at the mail got as far as sending its body, so that the server may have taken it. */
export const isBodyStarted = (signal: AbortSignal): boolean =>
  bodies.get(signal)?.some((body) => body.readableDidRead) ?? false;
