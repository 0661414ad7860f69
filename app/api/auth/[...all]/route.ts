import { auth } from "@/lib/auth";
import { isSameOrigin } from "@/lib/same-origin";

/** Sign-in, sign-up and sign-out, answered by better-auth behind our own check of where the request came from. */
const answer = async (request: Request): Promise<Response> => {
  if (request.method !== "GET" && !isSameOrigin(request.headers)) {
    return Response.json({ code: "FOREIGN_ORIGIN" }, { status: 403 });
  }
  return auth().handler(request);
};

export { answer as GET, answer as POST };
