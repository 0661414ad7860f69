import type { EnrollmentAsk, EnrollmentVerdict, MaestroEndpoint, Meter } from "./types";

export declare function evaluateConversation(
  endpoint: MaestroEndpoint,
  ask: EnrollmentAsk,
  meter: Meter,
): Promise<EnrollmentVerdict>;
