import { browser } from 'wxt/browser';

interface Closable {
  /** Chrome 102 and later; Firefox 153 has it for no storage area. */
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the storage areas to scripts in web pages, which a page that has taken over its process can
 * control. Call it in the first synchronous turn. If the browser cannot close an area, the area
 * contains only preferences; the consent is in a database (`consent.ts`).
 */
export async function closeStorage(): Promise<void> {
  const { local, sync, session } = browser.storage;
  await Promise.all(
    ([local, sync, session] as Closable[]).map((area) =>
      area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }),
    ),
  );
}
