import type { RuleAction } from "@/lib/core/model-rules";

/** An action in a form; the key stays with it when it is moved. */
export type KeyedAction = { key: string; action: RuleAction };

export const keyed = (actions: readonly RuleAction[]): KeyedAction[] =>
  actions.map((action) => ({ key: newKey(), action }));

/** As it begins, before anybody has chosen. */
export const emptyAction = (kind: RuleAction["do"]): KeyedAction => ({ key: newKey(), action: EMPTY[kind] });

let made = 0;
const newKey = (): string => {
  made += 1;
  return `action-${made}`;
};

const EMPTY: { [Kind in RuleAction["do"]]: Extract<RuleAction, { do: Kind }> } = {
  enroll: { do: "enroll", sequenceId: "" },
  stop: { do: "stop", sequenceId: null },
  pause: { do: "pause", sequenceId: null, hours: 24 },
  assign: { do: "assign", userId: null },
  add_tag: { do: "add_tag", tag: "" },
  remove_tag: { do: "remove_tag", tag: "" },
  send_message: { do: "send_message", text: "" },
  resolve: { do: "resolve" },
  snooze: { do: "snooze", hours: 24 },
  move_deal: { do: "move_deal", stageId: "" },
  call_webhook: { do: "call_webhook", url: "" },
};
