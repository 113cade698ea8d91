import { browser } from 'wxt/browser';

/** What the browser's own notification says. */
export interface Notice {
  title: string;
  message: string;
  /** Address of a picture as `data:`; the extension's own icon without it. */
  icon?: string | undefined;
  /** Words on at most two buttons, where the browser has any. */
  buttons: readonly string[];
}

/** A notification was clicked; `button` counts from 0 and is absent for the rest of it. */
export interface NoticeClick {
  id: string;
  button?: number;
}

/** Shows a notification, in place of one with the same id. Rejects without the permission. */
export async function notify(id: string, { title, message, icon, buttons }: Notice): Promise<void> {
  const iconUrl = icon ?? browser.runtime.getURL('/icon/128.png');
  const basic = { type: 'basic', title, message, iconUrl } as const;
  const withButtons = { ...basic, buttons: buttons.map((label) => ({ title: label })) };
  try {
    await browser.notifications.create(id, withButtons);
  } catch {
    // Firefox refuses every property it does not know.
    await browser.notifications.create(id, basic);
  }
}

export async function clearNotice(id: string): Promise<void> {
  await browser.notifications?.clear(id);
}

/** Registers a listener for clicks. Call it in the first synchronous turn. */
export function onNoticeClick(listener: (click: NoticeClick) => void): void {
  let isHeard = false;
  /** The interface is missing until its permission is given. */
  function hear(): void {
    if (isHeard || !browser.notifications) return;
    isHeard = true;
    browser.notifications.onClicked.addListener((id) => listener({ id }));
    browser.notifications.onButtonClicked?.addListener((id, button) => listener({ id, button }));
  }
  hear();
  browser.permissions.onAdded.addListener(hear);
}
