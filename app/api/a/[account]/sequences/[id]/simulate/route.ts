import { sentences } from "@/lib/error-text";
import { AppError } from "@/lib/errors";
import { lineAnswer } from "@/lib/line-answer";
import { log } from "@/lib/log";
import { accountRoute } from "@/lib/route";
import { populationSchema } from "@/lib/simulation/schema";
import { simulateSequence } from "@/lib/simulation/simulate-sequence";

/** Simulates the saved draft for many people. Answers line by line: progress, then the result or a refusal. */
export const GET = accountRoute("sequences.view", async ({ accountId, params, searchParams, locale }) => {
  const population = populationSchema.parse(Object.fromEntries(searchParams));
  const tick = () => performance.now();
  const events = simulateSequence(accountId, {
    sequenceId: params.id ?? "",
    population,
    now: new Date(),
    tick,
  });
  return lineAnswer(events, (error) => {
    if (!(error instanceof AppError)) log.error({ err: error }, "A simulation failed unexpectedly.");
    const { message, data } = error instanceof AppError ? error : new AppError("unavailable");
    return { kind: "refused", message: sentences(locale)(message, data) };
  });
});
