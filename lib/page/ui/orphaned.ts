import type { ToastData } from './toast-data';

/** Says that the extension no longer hears this page. */
export interface OrphanedWords {
  title: string;
  /** What to do instead. */
  detail: string;
  close: string;
  label: string;
}

/**
 * Hands a message over.
 * @param send throws, or rejects, once the extension has been updated, reloaded or removed
 * @returns whether it got away
 */
export async function isDelivered(send: () => unknown): Promise<boolean> {
  try {
    await send();
    return true;
  } catch {
    return false;
  }
}

/** What the corner of the page says then. Nothing in it can be pressed but the button that closes it. */
export function orphanedToast(
  words: OrphanedWords,
  { language, theme }: Pick<ToastData, 'language' | 'theme'>,
): ToastData {
  return { ...words, id: '', tone: 'bad', buttons: [], language, theme };
}
