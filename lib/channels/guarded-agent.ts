import type http from "node:http";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";

/** Whom a call may reach whose address a person of the account has typed in. */
export type Guard = {
  /** Also loopback, private and other reserved addresses, for closed networks and tests. */
  allowsPrivate: boolean;
};

/**
 * An agent that reaches nothing but the public internet: every address that a name resolves to is judged as the
 * connection to exactly that address is made, so that a name cannot change its answer in between. Connections are not
 * kept: each call is judged anew.
 */
export function guardedAgent(isSecure: boolean, { allowsPrivate }: Guard): http.Agent {
  const options = { allowPrivateIPAddress: allowsPrivate, keepAlive: false };
  return isSecure ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
}

/** The agent's refusal has no code of its own; its sentence begins so. */
export const isGuardRefusal = (error: Error): boolean => /^DNS lookup .* is not allowed/.test(error.message);
