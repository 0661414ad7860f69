import type { MaestroEndpoint, Meter, ReplyAsk, ReplyMeaning } from "./types";

export declare function classifyReply(
  endpoint: MaestroEndpoint,
  ask: ReplyAsk,
  meter: Meter,
): Promise<ReplyMeaning>;
