// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resetSettings } from '../storage/choices';
import { changeSettings } from '../storage/settings';
import { followTheme } from './theme';

beforeEach(() => fakeBrowser.reset());

it('follows the person’s colours and language while the page is open', async () => {
  const root = document.documentElement;
  await changeSettings({ theme: 'dark' });
  const language = await followTheme();
  expect(language.value).toBe('auto');
  expect(root.dataset.theme).toBe('dark');
  await changeSettings({ theme: 'light', language: 'zh-CN' });
  await vi.waitFor(() => expect(language.value).toBe('zh-CN'));
  expect(root.dataset.theme).toBe('light');
  await resetSettings(1);
  await vi.waitFor(() => expect(language.value).toBe('auto'));
  expect(root.dataset.theme).toBeUndefined();
});
