import { createAuthClient } from "better-auth/react";

/** Sign-in, sign-up and sign-out from the browser; same origin, so it needs no address. */
export const authClient = createAuthClient();
