import type { EndpointTest, MaestroEndpoint, Meter } from "./types";

export declare function testEndpoint(endpoint: MaestroEndpoint, meter: Meter): Promise<EndpointTest>;
