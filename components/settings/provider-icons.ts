import { type LucideIcon, Mail, MessageCircle, Smartphone } from "lucide-react";
import type { Provider } from "@/lib/core/model";

export const providerIcons: Record<Provider, LucideIcon> = {
  sandbox: Smartphone,
  whatsapp_cloud: MessageCircle,
  smtp: Mail,
};
