import { composeWith } from "./compose-with";
import type { Composed } from "./composed";
import type { Facts, InboxFacts } from "./facts";
import { type RenderContext, renderText } from "./liquid";
import type { Channel, Content } from "./model";
import { contextOf } from "./variables";

/** What the step says to this contact on this channel, or why it cannot be said. */
export function composeContent(content: Content, inbox: InboxFacts, facts: Facts, now: Date): Composed {
  return composeIn(content, inbox.channel, contextOf(facts, now));
}

/** The same for values that are at hand already. */
export function composeIn(content: Content, channel: Channel, context: RenderContext): Composed {
  return composeWith(content, channel, { context, render: renderText });
}
