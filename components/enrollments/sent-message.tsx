import { MessageMedia } from "@/components/messages/message-media";
import { MessageText } from "@/components/messages/message-text";
import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";

/** What the contact was sent, with its media and the buttons below it. */
export function SentMessage({ message }: { message: NonNullable<TimelineEntry["message"]> }) {
  const { text, media, quickReplies } = message;
  if (!text && !media) return null;
  return (
    <blockquote className="grid gap-1.5 rounded-md bg-muted px-2.5 py-1.5">
      {media && (
        <div className="max-w-64">
          <MessageMedia media={media} />
        </div>
      )}
      {text && <MessageText message={{ ...message, text }} />}
      {quickReplies.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {quickReplies.map((reply) => (
            <li key={reply} className="rounded-full border bg-background px-2 py-0.5 text-xs">
              {reply}
            </li>
          ))}
        </ul>
      )}
    </blockquote>
  );
}
