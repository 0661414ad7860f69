import { composeWith, type Said } from "./compose-with";
import type { Composed } from "./composed";
import type { Facts, InboxFacts } from "./facts";
import { type RenderContext, renderText } from "./liquid";
import type { Channel, Content } from "./model";
import { contextOf } from "./variables";

/**
 * What the step says to this contact on this channel, or why it cannot be said. `said` takes the place of its text and
 * subject, word for word; what stands beside them stays.
 */
export function composeContent(
  content: Content,
  inbox: InboxFacts,
  facts: Facts,
  now: Date,
  said?: Said,
): Composed {
  const context = contextOf(facts, now);
  return composeWith(content, inbox.channel, { context, render: renderText, ...(said && { said }) });
}

/** The same for values that are at hand already. */
export function composeIn(content: Content, channel: Channel, context: RenderContext): Composed {
  return composeWith(content, channel, { context, render: renderText });
}
