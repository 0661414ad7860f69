"use client";

import { Copy, Pause, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet";
import { SidePanel } from "@/components/ui/side-panel";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { Hint } from "@/components/ui/tooltip";

/** What opens over the page, each behind its button. */
export function Overlays() {
  const t = useTranslations("style.overlays");
  return (
    <div className="flex flex-wrap gap-2">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline">{t("menu")}</Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          <DropdownMenuItem>
            <Copy aria-hidden />
            {t("duplicate")}
          </DropdownMenuItem>
          <DropdownMenuItem disabled>
            <Pause aria-hidden />
            {t("pause")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem variant="destructive">
            <Trash2 aria-hidden />
            {t("delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Popover>
        <PopoverTrigger asChild>
          <Button variant="outline">{t("popover")}</Button>
        </PopoverTrigger>
        <PopoverContent aria-label={t("popover")}>{t("text")}</PopoverContent>
      </Popover>
      <Dialog>
        <DialogTrigger asChild>
          <Button variant="outline">{t("dialog")}</Button>
        </DialogTrigger>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{t("dialog")}</DialogTitle>
            <DialogDescription>{t("text")}</DialogDescription>
          </DialogHeader>
          <DialogFooter>
            <Button variant="outline">{t("cancel")}</Button>
            <Button>{t("save")}</Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
      <Sheet>
        <SheetTrigger asChild>
          <Button variant="outline">{t("sheet")}</Button>
        </SheetTrigger>
        <SheetContent aria-describedby={undefined}>
          <SheetHeader>
            <SheetTitle>{t("sheet")}</SheetTitle>
          </SheetHeader>
          <SheetBody>{t("text")}</SheetBody>
        </SheetContent>
      </Sheet>
      <Hint text={t("text")}>
        <Button variant="outline">{t("tooltip")}</Button>
      </Hint>
      <Button
        variant="outline"
        onClick={() => toast(t("text"), { action: { label: t("undo"), onClick: () => {} } })}
      >
        {t("toast")}
      </Button>
    </div>
  );
}

/** Tabs, and the panel that stands beside them. */
export function Frames() {
  const t = useTranslations("style.overlays");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="flex min-h-56 overflow-hidden rounded-lg border">
      <Tabs defaultValue="first" className="min-w-0 flex-1 p-4">
        <TabsList>
          <TabsTrigger value="first">{t("tabFirst")}</TabsTrigger>
          <TabsTrigger value="second">{t("tabSecond")}</TabsTrigger>
          <TabsTrigger value="third" disabled>
            {t("tabThird")}
          </TabsTrigger>
        </TabsList>
        <TabsContent value="first" className="grid justify-items-start gap-3">
          {t("text")}
          <Button variant="outline" size="sm" onClick={() => setIsOpen(true)}>
            {t("openPanel")}
          </Button>
        </TabsContent>
        <TabsContent value="second">{t("text")}</TabsContent>
      </Tabs>
      <SidePanel
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("panel")}
        className="static h-auto w-72 self-stretch"
        footer={<Button size="sm">{t("save")}</Button>}
      >
        {t("text")}
      </SidePanel>
    </div>
  );
}
