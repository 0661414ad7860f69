import type { Brief, MaestroEndpoint, Meter, Writing } from "./types";

export declare function writeMessage(endpoint: MaestroEndpoint, brief: Brief, meter: Meter): Promise<Writing>;
