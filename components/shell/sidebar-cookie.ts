/** Remembers whether the sidebar is folded, so that the server renders it at its width. */
export const FOLDED_COOKIE = "sidebar";
