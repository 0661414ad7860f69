import dns from "node:dns";
import type http from "node:http";
import { isIPv6, type LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";

/** Whom a call may reach whose address a person of the account has typed in. */
export type Guard = {
  /** Also loopback, private and other reserved addresses, for closed networks and tests. */
  allowsPrivate: boolean;
};

type Guarded = { agent: http.Agent; lookup: LookupFunction };

/**
 * How to reach nothing but the public internet: every address that a name resolves to is judged as the connection to
 * exactly that address is made, so that a name cannot change its answer in between. Connections are not kept: each call
 * is judged anew. Throws a refusal where the address itself is no public one.
 */
export function guarded(url: URL, { allowsPrivate }: Guard, lookup: LookupFunction = dns.lookup): Guarded {
  const options = { allowPrivateIPAddress: allowsPrivate, keepAlive: false };
  const isSecure = url.protocol === "https:";
  const agent = isSecure ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
  if (allowsPrivate) return { agent, lookup };
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isUnassigned(literal)) throw refusal(literal);
  return { agent, lookup: withoutUnassigned(lookup) };
}

/** The agent's refusal has no code of its own; its sentence begins so. */
export const isGuardRefusal = (error: Error): boolean => /^DNS lookup .* is not allowed/.test(error.message);

const refusal = (address: string) => new Error(`DNS lookup ${address} is not allowed`);

/**
 * IPv6 outside 2000::/3, the only part that is given out for the public internet (RFC 4291, IANA): the agent takes what
 * has no other name, such as `::7f00:1`, for public.
 */
const isUnassigned = (address: string): boolean => isIPv6(address) && !/^[23][0-9a-f]{3}:/i.test(address);

function withoutUnassigned(lookup: LookupFunction): LookupFunction {
  return (name, options, done) =>
    lookup(name, options, (error, found, family) => {
      const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address);
      const refused = error ? undefined : addresses.find(isUnassigned);
      if (refused === undefined) done(error, found, family);
      else done(refusal(refused), "", 0);
    });
}
