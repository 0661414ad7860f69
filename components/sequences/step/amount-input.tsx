"use client";

import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input";

type AmountInputProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  value: number;
  max: number;
  onAmount: (amount: number) => void;
};

/** A whole number from 0 on. The field may be emptied while it is typed in; that counts as 0. */
export function AmountInput({ value, max, onAmount, ...props }: AmountInputProps) {
  const [typed, setTyped] = useState(String(value));
  const isTyping = typed === "" ? value === 0 : Number(typed) === value;
  return (
    <Input
      {...props}
      type="number"
      inputMode="numeric"
      min={0}
      max={max}
      value={isTyping ? typed : String(value)}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, "");
        const amount = Math.min(Number(digits), max);
        setTyped(digits === "" ? "" : String(amount));
        onAmount(amount);
      }}
      onBlur={() => setTyped(String(value))}
    />
  );
}
