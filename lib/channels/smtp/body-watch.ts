import type { Readable } from "node:stream";
import type { Transporter } from "nodemailer";

const bodies = new WeakMap<AbortSignal, Readable[]>();

/**
 * Makes a transport note, per mail, the stream that the server is fed from: the last one, behind the signature, which
 * reads the whole mail before anything is sent. A mail is known by its abort signal.
 */
export function watchBodies(transport: Transporter): Transporter {
  return transport.use("stream", ({ data: { signal }, message }, done) => {
    if (signal && message) {
      const open = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const body = open(options);
        bodies.set(signal, [...(bodies.get(signal) ?? []), body]);
        return body;
      };
    }
    done();
  });
}

/** Whether any attempt at the mail got as far as sending its body, so that the server may have taken it. */
export const isBodyStarted = (signal: AbortSignal): boolean =>
  bodies.get(signal)?.some((body) => body.readableDidRead) ?? false;
