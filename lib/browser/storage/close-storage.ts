import { browser } from 'wxt/browser';

interface Closable {
  /** Chrome 102 and later; Firefox 153 has it for no storage area. */
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the storage areas to scripts in web pages: a page that took over its process controls them. Call it
 * in the first synchronous turn. Not every browser can close an area, so the areas hold no more than
 * preferences; the consent is in a database (`consent.ts`).
 */
export async function closeStorage(): Promise<void> {
  const { local, sync, session } = browser.storage;
  await Promise.all(
    ([local, sync, session] as Closable[]).map((area) =>
      area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }),
    ),
  );
}
