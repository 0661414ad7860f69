import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // Left to Node: they load files or workers of their own at run time.
  serverExternalPackages: ["pino", "postgres", "nodemailer", "better-auth", "inngest", "libphonenumber-js"],
  images: { unoptimized: true },
  poweredByHeader: false,
};

export default createNextIntlPlugin("./lib/i18n.ts")(config);
