import type { ToastData } from './toast-data';

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

/** The toast that follows a press in an orphaned page. Its only button closes it. */
export function orphanedToast({ thumb: _, ...pressed }: ToastData): ToastData {
  return { ...pressed, ...pressed.orphaned, id: '', tone: 'bad', buttons: [] };
}
