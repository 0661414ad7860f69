import { Inngest, type InngestFunction } from "inngest";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createExecutor } from "./executor";
import { registerFunction, UnsupportedFeature } from "./rules";

const client = new Inngest({ id: "app", isDev: true });
const trigger = { event: "thing/asked" };
type Options = Parameters<typeof client.createFunction>[0];

function refusalOf(options: Partial<Options>): string {
  const fn = client.createFunction({ id: "f", triggers: trigger, ...options } as Options, () => null);
  try {
    registerFunction(fn as InngestFunction.Any, "app");
  } catch (error) {
    if (error instanceof UnsupportedFeature) return error.message;
    throw error;
  }
  return "accepted";
}

describe("registration", () => {
  it.each<[string, Partial<Options>]>([
    ["batchEvents", { batchEvents: { maxSize: 10, timeout: "5s" } }],
    ["debounce", { debounce: { period: "1m" } }],
    ["throttle", { throttle: { limit: 1, period: "1m" } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
    ["singleton", { singleton: { mode: "skip" } }],
    ["priority", { priority: { run: "100" } }],
    ["timeouts", { timeouts: { finish: "1h" } }],
    ["optimizeParallelism: false", { optimizeParallelism: false }],
    ["wildcard", { triggers: { event: "thing/*" } }],
    ["trigger condition", { triggers: { event: "thing/asked", if: "event.data.n > 3" } }],
    ["trigger condition", { triggers: { event: "thing/asked", if: "event.data.a == event.data.b" } }],
    ["cron trigger", { triggers: { cron: "not a cron" } }],
    ["cron trigger", { triggers: { cron: "*/10 * * * * *" } }],
    ["cron trigger", { triggers: { cron: "TZ=Mars/Olympus 0 9 * * *" } }],
    ["jitter", { triggers: { cron: "0 9 * * *", jitter: "30s" } as never }],
    ["cancelOn condition", { cancelOn: [{ event: "x/y", if: "async.data.n > event.data.n" }] }],
    ["concurrency key", { concurrency: { limit: 1, key: "event.data.a + event.data.b" } }],
    ["idempotency expression", { idempotency: "event.data.a + '-' + event.data.b" }],
  ])("refuses %s with a sentence that names the function and the feature", (feature, options) => {
    const message = refusalOf(options);
    expect(message).toContain(`the function "app-f"`);
    expect(message).toContain(feature);
  });

  it("accepts everything the guide lists as supported", () => {
    const message = refusalOf({
      triggers: [
        { event: "thing/asked", if: "event.data.kind == 'a' && event.data.on == true" },
        { cron: "TZ=Europe/Lisbon 0 9 * * 1-5" },
      ],
      cancelOn: [
        { event: "a/b", match: "data.id" },
        { event: "c/d", if: "event.data.id == async.data.other && async.data.n == 3", timeout: "2d" },
      ],
      concurrency: [{ limit: 5 }, { limit: 1, key: "event.data.id", scope: "account" }],
      idempotency: "event.data.id",
      retries: 7,
      onFailure: () => {},
    });
    expect(message).toBe("accepted");
  });

  it("happens when the executor is created, before anything runs", () => {
    const fn = client.createFunction({ id: "f", triggers: trigger, debounce: { period: "1m" } }, () => null);
    const sql = postgres("postgres://nobody@127.0.0.1:1/none");
    expect(() => createExecutor({ sql, client, functions: [fn] })).toThrow(UnsupportedFeature);
  });

  it("refuses two functions of one name", () => {
    const fn = client.createFunction({ id: "f", triggers: trigger }, () => null);
    const sql = postgres("postgres://nobody@127.0.0.1:1/none");
    expect(() => createExecutor({ sql, client, functions: [fn, fn] })).toThrow('named "app-f"');
  });
});
