import { browser } from 'wxt/browser';

/** Every permission and host that the manifest asks for, at the install or later, in its order. */
export function askedPermissions(): string[] {
  const manifest = browser.runtime.getManifest() as Partial<Record<string, unknown>>;
  return [
    'permissions',
    'optional_permissions',
    'host_permissions',
    'optional_host_permissions',
  ].flatMap((key) => (manifest[key] as string[] | undefined) ?? []);
}
