import { fillTemplate } from "@/lib/conversations/fill-template";
import { conversationOf, fillSchema } from "@/lib/conversations/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.reply", ({ accountId, person, params, searchParams }) => {
  const { template, locale } = fillSchema.parse(Object.fromEntries(searchParams));
  const agent = { name: person.name, email: person.email };
  return fillTemplate(accountId, {
    conversationId: conversationOf(params),
    template,
    locale,
    agent,
    now: new Date(),
  });
});
