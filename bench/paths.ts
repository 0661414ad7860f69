import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const resultsFile = fileURLToPath(new URL("./results.json", import.meta.url));
