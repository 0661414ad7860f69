/** What of a key press a shortcut is told by; a browser's `KeyboardEvent` has it. */
export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/**
 * A key press as shortcuts write it: `mod+k`, `alt+arrowup`, `shift+j`, `?`. `mod` is Ctrl or the Apple key. Shift is
 * part of a sign such as `?` already, so it is said only with letters and named keys.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const name = key === " " ? "space" : key.toLowerCase();
  const saysShift = shiftKey && (name.length > 1 || /\p{L}/u.test(name));
  return [(ctrlKey || metaKey) && "mod", altKey && "alt", saysShift && "shift", name]
    .filter(Boolean)
    .join("+");
}

/** Whether the keys pressed so far are the shortcut, its beginning, or neither. A shortcut is chords between spaces. */
export function compareKeys(shortcut: string, pressed: readonly string[]): "whole" | "beginning" | "none" {
  const chords = shortcut.toLowerCase().split(" ");
  if (pressed.length > chords.length) return "none";
  if (pressed.some((chord, index) => chord !== chords[index])) return "none";
  return pressed.length === chords.length ? "whole" : "beginning";
}
