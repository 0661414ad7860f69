"use client";

import { useTranslations } from "next-intl";
import type { Change } from "@/lib/versions/difference";
import { useValueWords } from "./use-value-words";

type People = readonly { id: string; name: string }[];

/** A change as one sentence; a text's own words are shown beside it. */
export function useDifferenceWords(people: People): (change: Change) => string {
  const t = useTranslations("versions.difference");
  const what = useTranslations("versions.what");
  const channel = useTranslations("status.channel");
  const value = useValueWords();

  const changed = (name: string, before: string, after: string) =>
    t("changed", { what: what(name), before, after });
  const limit = (name: string, amount: number | null) => {
    if (amount === null) return value.t("noLimit");
    return name === "gapMinutes" ? value.t("minutes", { count: amount }) : String(amount);
  };
  const person = (id: string | null) => {
    if (id === null) return value.t("nobody");
    return people.find((one) => one.id === id)?.name ?? value.t("unknownPerson");
  };
  const onOff = (isOn: boolean) => value.t(isOn ? "yes" : "no");

  return (change) => {
    switch (change.code) {
      case "step_added":
        return t("added");
      case "step_removed":
        return t("removed");
      case "step_moved":
        // Others that went may leave it at the number that it had.
        if (change.before === change.after) return t("reordered");
        return t("moved", { before: change.before, after: change.after });
      case "step_name":
        return changed("name", value.quoted(change.before), value.quoted(change.after));
      case "wait":
        return changed("wait", value.wait(change.before), value.wait(change.after));
      case "channel":
        return changed("channel", channel(change.before), channel(change.after));
      case "content_type":
        return changed(
          "contentType",
          value.t(`contentType.${change.before}`),
          value.t(`contentType.${change.after}`),
        );
      case "text":
        return t("text", { what: what(change.field, { number: change.number ?? 1 }) });
      case "template": {
        const { before, after } = change;
        return changed(
          "template",
          before ? value.templateName(before) : value.none,
          after ? value.templateName(after) : value.none,
        );
      }
      case "template_body":
        return t("templateBody");
      case "template_variables":
        return t("templateVariables");
      case "template_header":
        return changed("templateHeader", value.quoted(change.before), value.quoted(change.after));
      case "template_button":
        return t("changed", {
          what: what("templateButton", { number: change.number }),
          before: value.quoted(change.before),
          after: value.quoted(change.after),
        });
      case "library_template":
        return t("libraryTemplate");
      case "media":
        return changed("media", value.media(change.before), value.media(change.after));
      case "quick_replies":
        return changed(
          "quickReplies",
          value.quoted(change.before.join(", ")),
          value.quoted(change.after.join(", ")),
        );
      case "window_closed":
        return changed("windowClosed", value.windowClosed(change.before), value.windowClosed(change.after));
      case "compose":
        return changed("compose", value.t(`compose.${change.before}`), value.t(`compose.${change.after}`));
      case "draft_expiry":
        return changed("expiry", value.draftExpiry(change.before), value.draftExpiry(change.after));
      case "skip_rule_added":
        return t("skipRuleAdded", { rule: value.skipRule(change.rule) });
      case "skip_rule_removed":
        return t("skipRuleRemoved", { rule: value.skipRule(change.rule) });
      case "skip_rules_order":
        return t("skipRulesOrder");
      case "variant_added":
        return t("variantAdded");
      case "variant_removed":
        return t("variantRemoved");
      case "variants_order":
        return t("variantsOrder");
      case "weights":
        return changed("weights", value.shares(change.before), value.shares(change.after));
      case "target":
        return changed("target", value.t(`target.${change.before}`), value.t(`target.${change.after}`));
      case "on_reply":
        return changed("onReply", value.t(`onReply.${change.before}`), value.t(`onReply.${change.after}`));
      case "reply_does":
        return changed(
          "replyDoes",
          value.t(`replyDoes.${change.before}`),
          value.t(`replyDoes.${change.after}`),
        );
      case "priority":
        return changed("priority", value.t(`priority.${change.before}`), value.t(`priority.${change.after}`));
      case "exclusivity_group":
        return changed("exclusivityGroup", value.quoted(change.before), value.quoted(change.after));
      case "on_resolution":
        return changed("onResolution", onOff(change.before), onOff(change.after));
      case "goal":
        return changed("goal", value.goal(change.before), value.goal(change.after));
      case "sending_hours":
        return changed("sendingHours", value.hours(change.before), value.hours(change.after));
      case "limit":
        return changed(change.limit, limit(change.limit, change.before), limit(change.limit, change.after));
      case "trigger_added":
        return t("triggerAdded", { trigger: value.trigger(change.trigger) });
      case "trigger_removed":
        return t("triggerRemoved", { trigger: value.trigger(change.trigger) });
      case "triggers_order":
        return t("triggersOrder");
      case "reenrollment": {
        const { before, after } = change;
        return changed(
          "reenrollment",
          value.t(before.rule, { days: before.days }),
          value.t(after.rule, { days: after.days }),
        );
      }
      case "holdout":
        return changed(
          "holdout",
          value.t("percent", { number: change.before }),
          value.t("percent", { number: change.after }),
        );
      case "ends_on":
        return changed("endsOn", value.day(change.before), value.day(change.after));
      case "assignee":
        return changed("assignee", person(change.before), person(change.after));
      case "schema_version":
        return changed("schemaVersion", String(change.before), String(change.after));
    }
  };
}
