import type { ToastData } from './toast-data';

/** Content of the toast in an orphaned page: the extension was updated, reloaded or removed. */
export interface OrphanedWords {
  title: string;
  /** What to do instead. */
  detail: string;
  close: string;
  label: string;
}

/**
 * Sends a message.
 * @param send throws or rejects in an orphaned page
 * @returns whether it was sent
 */
export async function isDelivered(send: () => unknown): Promise<boolean> {
  try {
    await send();
    return true;
  } catch {
    return false;
  }
}

/** The toast of an orphaned page. Its only button closes it. */
export function orphanedToast(
  words: OrphanedWords,
  { language, theme }: Pick<ToastData, 'language' | 'theme'>,
): ToastData {
  return { ...words, id: '', tone: 'bad', buttons: [], language, theme };
}
