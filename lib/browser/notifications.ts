import { browser } from 'wxt/browser';

/** Content of a browser notification. */
export interface Notice {
  title: string;
  message: string;
  /** Image as a `data:` address; the extension's icon if absent. */
  icon?: string | undefined;
  /** Labels of at most two buttons, where the browser supports buttons. */
  buttons: readonly string[];
}

/** A click on a notification; `button` counts from 0 and is absent for a click elsewhere on it. */
export interface NoticeClick {
  id: string;
  button?: number;
}

/** Shows a notification; replaces one with the same id. Rejects without the permission. */
export async function notify(id: string, { title, message, icon, buttons }: Notice): Promise<void> {
  const iconUrl = icon ?? browser.runtime.getURL('/icon/128.png');
  const basic = { type: 'basic', title, message, iconUrl } as const;
  const withButtons = { ...basic, buttons: buttons.map((label) => ({ title: label })) };
  try {
    await browser.notifications.create(id, withButtons);
  } catch {
    // Firefox refuses unknown properties.
    await browser.notifications.create(id, basic);
  }
}

export async function clearNotice(id: string): Promise<void> {
  await browser.notifications?.clear(id);
}

/** Registers a listener for clicks. Call it in the first synchronous turn. */
export function onNoticeClick(listener: (click: NoticeClick) => void): void {
  let isHeard = false;
  /** The API is missing until its permission is granted. */
  function hear(): void {
    if (isHeard || !browser.notifications) return;
    isHeard = true;
    browser.notifications.onClicked.addListener((id) => listener({ id }));
    browser.notifications.onButtonClicked?.addListener((id, button) => listener({ id, button }));
  }
  hear();
  browser.permissions.onAdded.addListener(hear);
}
