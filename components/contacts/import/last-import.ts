const keyOf = (account: string) => `last-import:${account}`;

/** The browser remembers the last import, so that its contacts can be enrolled from elsewhere. */
export function rememberImport(account: string, importedAt: string): void {
  try {
    localStorage.setItem(keyOf(account), importedAt);
  } catch {
    // Private windows may refuse storage; then there is only the way through the import's result.
  }
}

export function lastImport(account: string): string | null {
  try {
    return localStorage.getItem(keyOf(account));
  } catch {
    return null;
  }
}
