// Who may import whom. The first module that a file belongs to counts; targets are paths in the checkout without
// their ending, or `package:name`.

/**
 * @typedef {{ name: string, files: RegExp, may: RegExp[], mayType?: RegExp[], never?: RegExp[], isPure?: boolean,
 *   why: string }} Module `mayType` counts for `import type` alone; `never` outranks `may`.
 */

const ACCOUNT_ID = /^lib\/accounts\/account-id$/;
const ROOT_LIB = /^lib\/[\w.-]+$/;
const EVENTS = /^inngest\/(client|events)$/;
const DATABASE = /^(db(\/|$)|package:(drizzle-orm|postgres)(\/|$))/;
const SCREEN = /^(app|components)(\/|$)/;
const NEXT_OR_REACT = /^package:(next|react|react-dom|next-intl|@tanstack\/.+)(\/|$)/;
/** It asks for the page of each link that is on the screen. */
const NEXT_LINK = /^package:next\/link$/;
const PACKAGE = /^package:/;
/** Pure checks of a domain that a form runs before the server does, and numbers and words apart from their schema. */
const SHARED_WITH_SCREENS =
  /^lib\/((alerts|notifications)\/words|(sequences|simulation)\/limits|sequences\/draft-check|versions\/(diff|move-acts)|templates\/categories|contacts\/import\/(columns|report))$/;
const TEST_SUPPORT =
  /^(e2e|bench|scripts)\/|^db\/(factories|test-)|(^|\/)(test-[\w-]+|fixtures|tenant-rows)(\/|$)|^package:vitest$/;

/** Files that only tests reach: free to arrange what they need. */
export const FREE =
  /\.(test|spec)\.tsx?$|^(e2e|bench|scripts)\/|^db\/(factories|test-)|(^|\/)(test-[\w-]+|fixtures|tenant-rows)(\/|\.tsx?$)/;

/** @type {Module[]} */
const modules = [
  {
    name: "lib/core",
    files: /^lib\/core\//,
    may: [
      /^lib\/core\//,
      /^package:(chrono-node|liquidjs|date-fns|date-fns-tz|temporal-polyfill|zod|libphonenumber-js)(\/|$)/,
    ],
    isPure: true,
    why: "the core is pure and takes only plain values",
  },
  {
    name: "db",
    files: /^db\//,
    may: [
      /^db\//,
      /^lib\/env$/,
      /^lib\/core\/(model(-inboxes|-rules|-maestro)?|facts|metrics)$/,
      ACCOUNT_ID,
      /^inngest\/embedded\/migrations$/,
      PACKAGE,
    ],
    never: [NEXT_OR_REACT],
    why: "the database knows the model's values and nothing above",
  },
  {
    name: "lib/channels and lib/maestro",
    files: /^lib\/(channels|maestro)\//,
    may: [/^lib\/(channels|maestro|core)\//, /^lib\/(env|errors)$/, PACKAGE],
    never: [DATABASE, NEXT_OR_REACT],
    why: "a driver speaks to its provider, and is told everything",
  },
  {
    name: "lib/engine",
    files: /^lib\/engine\//,
    may: [/^lib\/(engine|core|channels|maestro)\//, ROOT_LIB, ACCOUNT_ID, /^db\//, EVENTS, PACKAGE],
    never: [NEXT_OR_REACT],
    why: "the engine rests on core, channels and database, and calls no domain and no screen",
  },
  {
    name: "lib/executor",
    files: /^lib\/executor\//,
    may: [/^lib\//, /^inngest\/(embedded\/admin|executor-sql)$/, PACKAGE],
    never: [SCREEN],
    why: "it shows the embedded executor's runs and knows no other part of it",
  },
  {
    name: "a domain of lib",
    files: /^lib\/[\w-]+\//,
    may: [/^lib\//, /^db\//, EVENTS, PACKAGE],
    why: "a domain knows no screen and no durable function",
  },
  {
    name: "lib",
    files: /^lib\//,
    may: [ROOT_LIB, ACCOUNT_ID, /^lib\/core\//, /^db\//, PACKAGE],
    why: "what all share depends on no domain",
  },
  {
    name: "inngest/embedded",
    files: /^inngest\/embedded\//,
    may: [/^inngest\/embedded\//, /^package:(inngest|postgres|croner|node:\w+)(\/|$)/],
    why: "the executor runs any Inngest function and knows nothing of this product",
  },
  {
    name: "inngest/functions",
    files: /^inngest\/functions\//,
    may: [
      /^lib\/engine\//,
      /^lib\/enrollments\/(by-trigger|enroll-many|lost-bulks|bulk-acts-turn)$/,
      /^lib\/triggers\/watch-clock$/,
      /^lib\/automation\/(follow|carry-out|lost)$/,
      /^lib\/(alerts|notifications|report-digests)\/send$/,
      /^lib\/notifications\/remind-drafts$/,
      /^lib\/ai-enrollment\/(look|trial)$/,
      /^lib\/reply-intents\/understand$/,
      /^lib\/troubles\/tell$/,
      /^lib\/reports\/fold-all$/,
      /^inngest\//,
      ACCOUNT_ID,
      /^package:inngest(\/|$)/,
    ],
    why: "durable functions sequence verbs and do not think",
  },
  {
    name: "inngest",
    files: /^inngest\//,
    may: [/^inngest\//, /^lib\/(env|log)$/, /^lib\/core\/model(-rules)?$/, ACCOUNT_ID, PACKAGE],
    never: [NEXT_OR_REACT],
    why: "client and events stand on their own",
  },
  {
    name: "components/ui/link",
    files: /^components\/ui\/link\.tsx$/,
    may: [PACKAGE],
    why: "the one link that all screens use",
  },
  {
    name: "components",
    files: /^components\//,
    may: [
      /^components\//,
      /^lib\/[\w-]+\/([\w-]+\/)?([\w-]+-)?(actions|schema)$/,
      SHARED_WITH_SCREENS,
      /^lib\/core\//,
      ROOT_LIB,
      PACKAGE,
    ],
    // Types of what a read returns: the shape of the props, and nothing of it reaches the browser.
    mayType: [/^lib\//],
    never: [DATABASE, /^package:(server-only|node:\w+)/, NEXT_LINK],
    why: "components receive data and call actions; they do not load or write",
  },
  {
    name: "app/api",
    files: /^app\/api\//,
    may: [/^(app|lib|inngest)\//, PACKAGE],
    never: [DATABASE],
    why: "a route parses, asks the gate and calls",
  },
  {
    name: "app",
    files: /^app\/|^proxy\.ts$/,
    may: [/^(app|components|lib)\//, PACKAGE],
    never: [DATABASE, /^lib\/[\w-]+\/mutations$/, /^lib\/engine\//, NEXT_LINK],
    why: "a page loads and renders",
  },
];

/** Nothing that ships rests on what only tests reach. */
export const MODULES = modules.map((module) => ({
  ...module,
  never: [...(module.never ?? []), TEST_SUPPORT],
}));

/** What would make the core depend on when and where it runs. */
export const BANNED_IN_CORE = [
  { pattern: /\bDate\.now\b/g, name: "Date.now" },
  { pattern: /\bnew Date(\(\s*\)|(?![\w(]))/g, name: "new Date() without an argument" },
  { pattern: /\bprocess\.\w+/g, name: "process" },
  { pattern: /\bTemporal\.Now\b/g, name: "Temporal.Now" },
  { pattern: /\bperformance\.now\b/g, name: "performance.now" },
  { pattern: /\bMath\.random\b/g, name: "Math.random" },
];
