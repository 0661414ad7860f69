/** The colour roles of `app/globals.css` by what they are for. */
export const ROLES = {
  ground: ["background", "surface", "sidebar", "muted", "hover"],
  text: ["foreground", "muted-foreground"],
  line: ["border", "line", "input", "ring"],
  accent: ["primary", "primary-hover", "primary-foreground", "primary-soft"],
  meaning: [
    "green",
    "green-soft",
    "amber",
    "amber-soft",
    "red",
    "red-soft",
    "blue",
    "blue-soft",
    "violet",
    "violet-soft",
    "grey",
  ],
} as const;

/** Least contrast of text, and of what only has to be seen: frames, marks and rings (WCAG 1.4.3 and 1.4.11). */
export const LEAST = { text: 4.5, mark: 3 } as const;
export type Pair = { kind: keyof typeof LEAST; front: string; back: string };

const MEANINGS = ["green", "amber", "red", "blue", "violet"];
const SOFTS = [...MEANINGS, "primary"].map((role) => `${role}-soft`);

const pairs = (kind: Pair["kind"], fronts: readonly string[], backs: readonly string[]): Pair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ kind, front, back })));

/** Every pair that stands on a screen. */
export const PAIRS: Pair[] = [
  ...pairs("text", ROLES.text, [...ROLES.ground, ...SOFTS]),
  ...pairs("text", ["primary", ...MEANINGS], ROLES.ground),
  ...[...MEANINGS, "primary"].flatMap((role) => pairs("text", [role], [`${role}-soft`])),
  ...pairs("text", ["primary-foreground"], ["primary", "primary-hover"]),
  ...pairs("text", ["background"], ["foreground"]),
  ...pairs("mark", ["ring", "grey"], ROLES.ground),
  ...pairs("mark", ["input"], ["background", "surface"]),
];
