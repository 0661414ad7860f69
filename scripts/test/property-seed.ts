import fc from "fast-check";

/**
 * Property tests look at the same examples each time, so that a run fails by what was changed and not by chance.
 * `PROPERTY_SEED=random` looks elsewhere, and a failure prints the seed that repeats it; as do the longer searches.
 */
const { PROPERTY_SEED = "7" } = process.env;
const isSearch = PROPERTY_SEED === "random" || process.env.PREVIEW_RUNS || process.env.PACE_RUNS;
if (!isSearch) fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
