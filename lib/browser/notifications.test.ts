import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearNotice, type NoticeClick, notify, onNoticeClick } from './notifications';

const NOTICE = { title: 'Done', message: 'boat', buttons: ['Save', 'Compare'] };
const event = () => {
  const listeners: ((...args: unknown[]) => void)[] = [];
  return {
    addListener: (listener: (...args: unknown[]) => void) => listeners.push(listener),
    fire: (...args: unknown[]) => {
      for (const listener of listeners) listener(...args);
    },
  };
};

let shown: [string, Record<string, unknown>][];
let added: ReturnType<typeof event>;

function offer({ hasButtons = true } = {}) {
  const notifications = {
    create: async (id: string, options: Record<string, unknown>) => {
      if (!hasButtons && 'buttons' in options) throw new Error('Property "buttons" is unsupported');
      shown.push([id, options]);
      return id;
    },
    clear: async () => true,
    onClicked: event(),
    ...(hasButtons && { onButtonClicked: event() }),
  };
  Object.assign(fakeBrowser, { notifications });
  return notifications;
}

beforeEach(() => {
  fakeBrowser.reset();
  shown = [];
  added = event();
  Object.assign(fakeBrowser, { permissions: { onAdded: added }, notifications: undefined });
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://x${path}` });
});

describe('a notification', () => {
  it('shows words, buttons and the picture', async () => {
    offer();
    await notify('job/1', { ...NOTICE, icon: 'data:image/webp;base64,AA' });
    expect(shown).toEqual([
      [
        'job/1',
        {
          type: 'basic',
          title: 'Done',
          message: 'boat',
          iconUrl: 'data:image/webp;base64,AA',
          buttons: [{ title: 'Save' }, { title: 'Compare' }],
        },
      ],
    ]);
  });

  it('has the icon of the extension where there is no picture', async () => {
    offer();
    await notify('jobs', NOTICE);
    expect(shown[0]?.[1].iconUrl).toBe('chrome-extension://x/icon/128.png');
  });

  it('omits properties that the browser does not know', async () => {
    offer({ hasButtons: false });
    await notify('job/1', NOTICE);
    expect(shown).toEqual([['job/1', expect.not.objectContaining({ buttons: expect.anything() })]]);
  });

  it('is refused without the permission, and cleared without a complaint', async () => {
    await expect(notify('job/1', NOTICE)).rejects.toThrow();
    await clearNotice('job/1');
  });
});

describe('a click', () => {
  function listen(): NoticeClick[] {
    const clicks: NoticeClick[] = [];
    onNoticeClick((click) => clicks.push(click));
    return clicks;
  }

  it('reports the notification and the button', () => {
    const { onClicked, onButtonClicked } = offer();
    const clicks = listen();
    onClicked.fire('job/1');
    onButtonClicked?.fire('job/2', 1);
    expect(clicks).toEqual([{ id: 'job/1' }, { id: 'job/2', button: 1 }]);
  });

  it('is reported once after the permission was granted', () => {
    const clicks = listen();
    const { onClicked } = offer();
    added.fire();
    added.fire();
    onClicked.fire('job/1');
    expect(clicks).toEqual([{ id: 'job/1' }]);
  });

  it('is reported where notifications have no buttons', () => {
    const { onClicked } = offer({ hasButtons: false });
    const clicks = listen();
    onClicked.fire('jobs');
    expect(clicks).toEqual([{ id: 'jobs' }]);
  });
});
