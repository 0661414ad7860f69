import { Inngest } from "inngest";
import { env } from "@/lib/env";
import { embeddedFetch } from "./embedded/fetch";
import { executorSql } from "./executor-sql";
import { FAIR_KEY } from "./fairness";

/** With any `INNGEST_*` set this is a real Inngest; otherwise its traffic ends in the embedded executor's tables. */
export const inngest = new Inngest(
  env.isInngest
    ? { id: "follow-ups" }
    : {
        id: "follow-ups",
        baseUrl: "http://inngest.embedded/",
        eventKey: "embedded",
        isDev: true,
        // Costs time on every run and tells nobody anything here.
        aiMetadata: false,
        fetch: (input, init) => embeddedFetch(executorSql(), { fairKey: FAIR_KEY })(input, init),
      },
);
