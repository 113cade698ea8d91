import type { Jimeng } from '@/lib/jimeng/client';
import { createSiteClient } from '@/lib/jimeng/cluster/site-client';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { Order } from '@/lib/jimeng/model/order';
import { SITES, type SiteId } from '@/lib/jimeng/model/sites';
import type { TaskReport } from '@/lib/jimeng/model/task-report';

/** One call of a cluster's client. */
export interface ClusterCall {
  id: SiteId;
  name: keyof Jimeng;
}

/** What a cluster answers: `in`, or the number of a refusal, or a code without a number. */
export type ClusterAnswer = 'in' | '1015' | '34010105' | '1011' | 'network' | 'risk-control';

function throwIfDenied(answer: ClusterAnswer): void {
  switch (answer) {
    case 'in':
      return;
    case 'network':
    case 'risk-control':
      throw new JimengError(answer);
    default:
      throw new JimengError('signed-out', { ret: answer });
  }
}

/** A site client above two scripted clusters, which note every call. */
export function twoClusters() {
  const calls: ClusterCall[] = [];
  const writes: [string, SiteId][] = [];
  const remembered = new Map<string, SiteId>();
  const world = {
    login: 'login-1' as string | undefined,
    hints: {} as { idc?: string; country?: string },
    answers: { 'dreamina-sg': 'in', 'dreamina-us': 'in' } as Record<string, ClusterAnswer>,
    calls,
    writes,
    remembered,
    /** Runs before each answer. */
    onCall: (_call: ClusterCall): void | Promise<void> => undefined,
  };

  function clusterClient(id: SiteId): Jimeng {
    const answer = async (name: keyof Jimeng) => {
      calls.push({ id, name });
      await world.onCall({ id, name });
      throwIfDenied(world.answers[id] ?? 'in');
    };
    return {
      current: async () => id,
      confirm: () => answer('confirm'),
      warmUp: () => void calls.push({ id, name: 'warmUp' }),
      async upload() {
        await answer('upload');
        return { uri: `${id}/upload`, siteId: id };
      },
      async submit(order: Order) {
        await order.beforeSending?.();
        await answer('submit');
        return { historyId: '1' };
      },
      preparePage: () => answer('preparePage'),
      async lookUp(ids) {
        await answer('lookUp');
        return new Map(ids.map((each): [string, TaskReport] => [each, { state: 'absent' }]));
      },
      async download() {
        await answer('download');
        return new Blob();
      },
      async credits() {
        await answer('credits');
        return { total: 1 };
      },
      async account() {
        await answer('account');
        return { id: '1' };
      },
      forgetSession: () => void calls.push({ id, name: 'forgetSession' }),
    };
  }

  const client = createSiteClient({
    clusters: SITES.dreamina,
    client: ({ id }) => clusterClient(id),
    login: async () => world.login,
    hints: async () => world.hints,
    memory: {
      read: async (login) => remembered.get(login),
      async write(login, id) {
        writes.push([login, id]);
        remembered.set(login, id);
      },
    },
  });
  return { ...world, world, client };
}
