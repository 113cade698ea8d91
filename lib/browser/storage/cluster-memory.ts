import { createTurns } from '@/lib/async/turns';
import type { ClusterMemory } from '@/lib/jimeng/cluster/choose-cluster';
import { SITE_IDS, type SiteId } from '@/lib/jimeng/model/sites';
import { stored } from './stored';

/** Logins that are remembered, the newest last. */
const MAX_LOGINS = 20;
/** Form of the digest of a login. */
const DIGEST = /^[0-9a-f]{8,64}$/;

const item = stored('local', 'clusters');

/** Writes one after the other: each reads the result of the one before. */
const inTurn = createTurns();

async function readAll(): Promise<[string, SiteId][]> {
  const value = await item.read();
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry): [string, SiteId][] => {
    const [login, id] = Array.isArray(entry) ? entry : [];
    const known = SITE_IDS.find((each) => each === id);
    return typeof login === 'string' && DIGEST.test(login) && known ? [[login, known]] : [];
  });
}

/**
 * The cluster of each login, kept in this browser. A wrong value does no harm: the next read is denied, and another
 * cluster is asked.
 */
export const clusterMemory: ClusterMemory = {
  async read(login) {
    return (await readAll()).find(([each]) => each === login)?.[1];
  },
  write(login, id) {
    return inTurn(async () => {
      const others = (await readAll()).filter(([each]) => each !== login);
      await item.write([...others.slice(1 - MAX_LOGINS), [login, id]]);
    });
  },
};
