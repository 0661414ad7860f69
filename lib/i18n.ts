import { getRequestConfig } from "next-intl/server";
import { currentLocale } from "@/lib/current-locale";
import { messagesOf } from "@/lib/messages";

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
