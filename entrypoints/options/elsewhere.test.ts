// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readChoices } from '@/lib/browser/storage/choices';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '@/lib/browser/storage/settings';
import { settingsFile } from '@/lib/browser/storage/settings-file';
import { limitSync } from '@/tests/support/limited-sync';
import { connectElsewhere } from './elsewhere';

const saved = vi.hoisted(() => vi.fn<(text: string, name: string) => void>());
vi.mock('../shared/save-text', () => ({ saveText: saved }));
const asked = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock('@/lib/browser/access/permissions', () => ({ requestNotifications: asked }));

let unlimit: () => void;
let settle: ReturnType<typeof vi.fn<() => Promise<void>>>;
beforeEach(() => {
  fakeBrowser.reset();
  unlimit = limitSync();
  saved.mockReset();
  asked.mockReset().mockResolvedValue(true);
  settle = vi.fn(async () => {});
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
});
afterEach(() => {
  vi.restoreAllMocks();
  unlimit();
});

const file = (settings: object) => new Blob([settingsFile(settings, '1.0.0', 5)]);
const local = () => fakeBrowser.storage.local.get(null);

/** The section, with a wait for its next outcome. */
function connected() {
  const live = connectElsewhere(settle);
  const untilSaid = async (kind: string) => {
    await vi.waitFor(() => expect(live.value.outcome?.kind).toBe(kind));
    return live.value.outcome;
  };
  const untilShown = async () => {
    await vi.waitFor(() => expect(live.value.preview).toBeDefined());
    return live.value.preview;
  };
  return { live, actions: live.value.actions, untilSaid, untilShown };
}

describe('a file', () => {
  it('is written with what is shown, and nothing changes', async () => {
    settle.mockImplementation(() => changeSettings({ theme: 'dark' }));
    connected().actions.exportSettings();
    await vi.waitFor(() => expect(saved).toHaveBeenCalledOnce());
    const [text = '', name] = saved.mock.calls[0] ?? [];
    expect(name).toBe('upscale-settings.json');
    expect(JSON.parse(text)).toMatchObject({ version: '1.2.3', settings: { theme: 'dark' } });
  });

  it('changes nothing before the person says so, and everything then', async () => {
    await changeSettings({ parallel: 1 });
    const { actions, untilShown, untilSaid, live } = connected();
    const before = await local();
    actions.readFile(file({ theme: 'dark' }));
    expect((await untilShown())?.changed).toEqual(['parallel', 'theme']);
    expect(await local()).toEqual(before);
    actions.apply();
    expect(await untilSaid('applied')).toMatchObject({ at: 'file' });
    expect(live.value.preview).toBeUndefined();
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    await vi.waitFor(() => expect(live.value.previous?.by).toBe('file'));
    actions.putBack();
    await untilSaid('put-back');
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, parallel: 1 });
  });

  it('that is applied by two presses leaves the way back to what was before', async () => {
    await changeSettings({ parallel: 1 });
    const { actions, untilShown, untilSaid, live } = connected();
    actions.readFile(file({ theme: 'dark', isNotifyOn: true }));
    await untilShown();
    // The browser asks, and the page stays usable.
    let allow = (_: boolean) => {};
    asked.mockImplementation(() => new Promise((resolve) => (allow = resolve)));
    actions.apply();
    const first = allow;
    actions.apply();
    first(true);
    await untilSaid('applied');
    allow(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    actions.putBack();
    actions.putBack();
    await untilSaid('put-back');
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, parallel: 1 });
    expect(live.value.previous?.by).toBe('put-back');
  });

  it('that was dismissed is not applied any more', async () => {
    const { actions, untilShown, live } = connected();
    actions.readFile(file({ theme: 'dark' }));
    await untilShown();
    actions.dismissPreview();
    actions.apply();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(live.value.preview).toBeUndefined();
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('is refused by name', async () => {
    const { actions, untilSaid } = connected();
    actions.readFile(new Blob(['{}']));
    await untilSaid('no-settings');
    actions.readFile(new Blob(['x'.repeat(1_000_001)]));
    await untilSaid('too-large-file');
  });

  it('that turns notifications on asks for them within the click', async () => {
    const { actions, untilShown, untilSaid } = connected();
    actions.readFile(file({ isNotifyOn: true }));
    await untilShown();
    actions.apply();
    expect(asked).toHaveBeenCalledOnce();
    await untilSaid('applied');
    expect(await readSettings()).toMatchObject({ isNotifyOn: true });
  });

  it('that cannot be stored changes nothing, and that is said', async () => {
    const { actions, untilShown, untilSaid } = connected();
    actions.readFile(file({ theme: 'dark' }));
    await untilShown();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    actions.apply();
    await untilSaid('not-stored');
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('the sync of the browser', () => {
  it('takes nothing and brings nothing by itself', async () => {
    connected();
    await changeSettings({ theme: 'dark' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('takes the settings to another browser', async () => {
    await changeSettings({ theme: 'dark', savedTemplates: ['{name}'] });
    const sender = connected();
    sender.actions.send();
    await sender.untilSaid('sent');
    expect(sender.live.value.mark).toMatchObject({ version: '1.2.3' });
    // The other browser has the same sync, and its own storage.
    await fakeBrowser.storage.local.clear();
    const other = connected();
    other.actions.fetch();
    await other.untilShown();
    other.actions.apply();
    await other.untilSaid('applied');
    expect(await readChoices()).toEqual({ theme: 'dark', savedTemplates: ['{name}'] });
  });

  it('with 12 kB of templates says which setting is too long, and loses nothing on either side', async () => {
    const { actions, untilSaid } = connected();
    await changeSettings({ theme: 'dark' });
    actions.send();
    await untilSaid('sent');
    const savedTemplates = Array.from({ length: 100 }, (_, at) => `${at}`.padEnd(120, 'x'));
    await changeSettings({ savedTemplates });
    const [here, there] = [await local(), await fakeBrowser.storage.sync.get(null)];
    actions.send();
    expect(await untilSaid('too-long')).toMatchObject({ names: ['savedTemplates'] });
    expect(await local()).toEqual(here);
    expect(await fakeBrowser.storage.sync.get(null)).toEqual(there);
  });

  it('may be empty, or refuse', async () => {
    const { actions, untilSaid } = connected();
    actions.fetch();
    await untilSaid('nothing');
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValueOnce(new Error('disabled'));
    actions.fetch();
    expect(await untilSaid('refused')).toMatchObject({ words: 'disabled' });
  });
});
