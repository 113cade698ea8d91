import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askedPermissions } from './manifest-permissions';

const withManifest = (manifest: unknown) =>
  Object.assign(fakeBrowser.runtime, { getManifest: () => manifest });

it('lists all that the manifest asks for', () => {
  withManifest({
    permissions: ['activeTab', 'storage'],
    optional_host_permissions: ['https://*/*'],
    optional_permissions: ['notifications'],
    commands: {},
  });
  expect(askedPermissions()).toEqual(['activeTab', 'storage', 'notifications', 'https://*/*']);
});

it('lists nothing where it asks for nothing', () => {
  withManifest({});
  expect(askedPermissions()).toEqual([]);
});
