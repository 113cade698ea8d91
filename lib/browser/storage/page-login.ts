import { perSite } from '@/lib/jimeng/model/sites';
import { stored } from './stored';

/** Form of the digest of a login. */
const DIGEST = /^[0-9a-f]{8,64}$/;

function memoryFor(item: ReturnType<typeof stored>) {
  return {
    /** Undefined if there is none, or if the storage fails. */
    async read(): Promise<string | undefined> {
      const value = await item.read().catch(() => undefined);
      return typeof value === 'string' && DIGEST.test(value) ? value : undefined;
    },
    write: (login: string): Promise<void> => item.write(login).catch(() => undefined),
  };
}

/** The login at each site that only the site's page can use (page-fallback.ts), until the browser ends. */
export const pageLogin = perSite((site) => memoryFor(stored('session', `page-login/${site}`)));
