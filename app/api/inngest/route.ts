import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions/registry";
import { env } from "@/lib/env";

/** For a real Inngest only: with the embedded executor nobody has any business here. */
const unused = () => Response.json({ error: "The embedded executor runs the functions." }, { status: 404 });

const served = env.isInngest
  ? serve({ client: inngest, functions })
  : { GET: unused, POST: unused, PUT: unused };

export const { GET, POST, PUT } = served;
