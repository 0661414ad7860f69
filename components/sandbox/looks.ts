import type { Channel } from "@/lib/core/model";

type Look = {
  screen: string;
  header: string;
  /** What the business sent, and what the contact wrote. */
  received: string;
  written: string;
};

/** How each channel looks on a phone. These are the channels' own colours, in both themes. */
export const looks: Record<Channel, Look> = {
  whatsapp: {
    screen: "bg-[#efeae2] text-[#111b21] dark:bg-[#0b141a] dark:text-[#e9edef]",
    header: "bg-[#075e54] text-white dark:bg-[#202c33]",
    received: "rounded-lg rounded-tl-none bg-white dark:bg-[#202c33]",
    written: "rounded-lg rounded-tr-none bg-[#d9fdd3] dark:bg-[#005c4b]",
  },
  sms: {
    screen: "bg-white text-[#1c1c1e] dark:bg-black dark:text-white",
    header: "bg-[#f2f2f7] text-[#1c1c1e] dark:bg-[#1c1c1e] dark:text-white",
    received: "rounded-2xl rounded-bl-sm bg-[#e9e9eb] dark:bg-[#26262a]",
    written: "rounded-2xl rounded-br-sm bg-[#0062c4] text-white",
  },
  email: {
    screen: "bg-[#f6f8fc] text-[#1f1f1f] dark:bg-[#1b1b1f] dark:text-[#e3e3e3]",
    header: "bg-white text-[#1f1f1f] dark:bg-[#26262b] dark:text-[#e3e3e3]",
    received: "w-full rounded-lg border border-black/10 bg-white dark:border-white/10 dark:bg-[#26262b]",
    written: "w-full rounded-lg border border-black/10 bg-[#e8f0fe] dark:border-white/10 dark:bg-[#243247]",
  },
};
