import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { type ReceivedMail, readMail } from "./mail-parts";

export type SmtpCommand = "connect" | "auth" | "mail" | "rcpt" | "data";

/** What the server does at a command instead of agreeing. `message` may begin with an enhanced status code. */
export type SmtpFault =
  | { at: SmtpCommand; reply: number; message: string }
  | { at: SmtpCommand; drop: true }
  | { at: SmtpCommand; hang: true };

export type SmtpStub = {
  port: number;
  mails: ReceivedMail[];
  /** Connections opened so far. */
  connections(): number;
  /** Faults in the order in which their commands are to fail, one each. */
  failNext(...faults: SmtpFault[]): void;
  close(): Promise<void>;
};

type Options = { user?: string; password?: string; offersStartTls?: boolean; isSecure?: boolean };
type Done = (error?: Error | null) => void;

/** A real SMTP server on loopback that keeps what it takes. `drop` at `data` takes the mail and loses the reply. */
export async function startSmtpStub(options: Options = {}): Promise<SmtpStub> {
  const mails: ReceivedMail[] = [];
  const faults: SmtpFault[] = [];
  let opened = 0;

  /** Agrees, or does what the next fault says when it is about this command. */
  const respond = (at: SmtpCommand, session: SMTPServerSession, done: Done) => {
    const fault = faults[0]?.at === at ? faults.shift() : undefined;
    if (!fault) return done();
    if ("drop" in fault) return socketOf(session)?.destroy();
    if ("reply" in fault) return done(Object.assign(new Error(fault.message), { responseCode: fault.reply }));
  };

  const server = new SMTPServer({
    secure: options.isSecure ?? false,
    hideSTARTTLS: !options.offersStartTls,
    hideENHANCEDSTATUSCODES: true,
    allowInsecureAuth: true,
    authOptional: options.user === undefined,
    disableReverseLookup: true,
    closeTimeout: 1,
    logger: false,
    onConnect(session, done) {
      opened++;
      respond("connect", session, done);
    },
    onAuth(auth, session, done) {
      const isKnown = auth.username === options.user && auth.password === options.password;
      respond("auth", session, (error) => {
        if (error) return done(error);
        if (isKnown) return done(null, { user: auth.username });
        done(Object.assign(new Error("5.7.8 Authentication credentials invalid"), { responseCode: 535 }));
      });
    },
    onMailFrom: (_address, session, done) => respond("mail", session, done),
    onRcptTo: (_address, session, done) => respond("rcpt", session, done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const isRefused = faults[0]?.at === "data" && "reply" in faults[0];
        if (!isRefused) mails.push(readMail(Buffer.concat(chunks).toString("latin1"), envelopeOf(session)));
        respond("data", session, done);
      });
    },
  });
  // Connections that end in the middle are what the tests ask for.
  server.on("error", () => {});
  const socketOf = (session: SMTPServerSession) =>
    [...server.connections].find((connection) => connection.id === session.id)?._socket;

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    connections: () => opened,
    failNext: (...next) => void faults.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const connection of server.connections) connection._socket.destroy();
      }),
  };
}

const envelopeOf = ({ envelope }: SMTPServerSession) => ({
  from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
  to: envelope.rcptTo.map(({ address }) => address),
});
