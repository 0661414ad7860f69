import {
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  Smartphone,
  Webhook,
} from "lucide-react";
import type { Provider } from "@/lib/core/model-inboxes";

export const providerIcons: Record<Provider, LucideIcon> = {
  sandbox: Smartphone,
  whatsapp_cloud: MessageCircle,
  smtp: Mail,
  evolution: MessagesSquare,
  twilio: MessageSquareText,
  http: Webhook,
};
