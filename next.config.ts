import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // Left to Node: they load files or workers of their own at run time.
  serverExternalPackages: [
    "pino",
    "postgres",
    "nodemailer",
    "mailparser",
    "imapflow",
    "better-auth",
    "inngest",
    "libphonenumber-js",
  ],
  images: { unoptimized: true },
  poweredByHeader: false,
  // Arguments of actions may be credentials.
  logging: { serverFunctions: false },
  // Texts reach the browser parsed already (`lib/messages.ts`): the parser stays on the server.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

const securityHeaders = [
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

export default createNextIntlPlugin("./lib/i18n.ts")(config);
