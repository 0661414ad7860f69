import { AsyncLocalStorage } from "node:async_hooks";

/** Stands in for `next/headers` where Next is not running: tests say which request they act in. */
const requests = new AsyncLocalStorage<Headers>();

export const withRequest = <T>(given: HeadersInit, act: () => Promise<T>): Promise<T> =>
  requests.run(new Headers(given), act);

export async function headers(): Promise<Headers> {
  const current = requests.getStore();
  if (!current) throw new Error("No request: wrap the call in withRequest().");
  return current;
}

export async function cookies() {
  const pairs = ((await headers()).get("cookie") ?? "").split(/;\s*/).map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name, decodeURIComponent(value.join("="))] as const;
  });
  const byName = new Map(pairs);
  return {
    get: (name: string) => {
      const value = byName.get(name);
      return value === undefined ? undefined : { name, value };
    },
  };
}
