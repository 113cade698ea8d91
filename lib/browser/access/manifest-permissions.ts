import { browser } from 'wxt/browser';

/** Every permission and host in the manifest, required and optional, in its order. */
export function askedPermissions(): string[] {
  const manifest = browser.runtime.getManifest() as Partial<Record<string, unknown>>;
  return ['permissions', 'optional_permissions', 'optional_host_permissions'].flatMap(
    (key) => (manifest[key] as string[] | undefined) ?? [],
  );
}
