import * as v from 'valibot';
import { JimengError } from '../model/errors';
import { WorkspaceList } from '../model/schemas';
import { type Post, read } from '../wire/request';
import type { Sleep } from '../wire/sleep';

const PATH = '/mweb/v1/workspace/list';
/** Longest time that an order waits for the workspace, ms. */
const LONGEST_WAIT_MS = 3_000;
/** Id of the default workspace. An order without a workspace goes there, too. */
const DEFAULT_ID = '0';

/** The workspace of the signed-in account, in memory only. */
export interface Workspaces {
  /**
   * Digits of the workspace id for an order; `undefined` if the account has none but the default one, if
   * the read fails, or if it takes longer than 3 s. Never rejects, except after an answer of risk control:
   * an order must not follow one.
   */
  get(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * Reads the list now, and keeps the workspace for orders.
   * @throws JimengError like `read`
   */
  read(signal?: AbortSignal): Promise<void>;
  /** Starts the read, so that an order need not wait for it. Never rejects. */
  warmUp(): void;
  /** Forgets the workspace. Call it when the session changes. */
  drop(): void;
}

/** Creates an empty cache (docs/PROTOCOL.md, section 4.1). One read per session, also if it fails. */
export function createWorkspaces({ post, sleep }: { post: Post; sleep: Sleep }): Workspaces {
  let pending: Promise<string | undefined> | undefined;
  let drops = 0;

  const request = () => {
    pending ??= read(post, PATH, {}).then(({ data }) => workspaceIn(data), unlessRisk);
    pending.catch(() => {});
    return pending;
  };

  return {
    async get(signal) {
      const timer = new AbortController();
      const stop = () => timer.abort();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const late = sleep(LONGEST_WAIT_MS, timer.signal).then(() => undefined);
        const started = request();
        const id = await Promise.race([started, late]);
        // If it was dropped meanwhile, the workspace may be of another account.
        return started === pending ? id : undefined;
      } finally {
        timer.abort();
        signal?.removeEventListener('abort', stop);
      }
    },
    async read(signal) {
      const before = drops;
      const id = workspaceIn((await read(post, PATH, {}, { signal })).data);
      // If it was dropped meanwhile, the workspace may be of another account.
      if (before === drops) pending = Promise.resolve(id);
    },
    warmUp: () => void request(),
    drop() {
      pending = undefined;
      drops += 1;
    },
  };
}

function unlessRisk(error: unknown): undefined {
  const code = error instanceof JimengError ? error.code : undefined;
  if (code === 'risk-control' || code === 'account-restricted') throw error;
  return undefined;
}

/** The default workspace, else the first. */
function workspaceIn(data: unknown): string | undefined {
  const parsed = v.safeParse(WorkspaceList, data);
  const listed = parsed.success ? (parsed.output.workspaces ?? []) : [];
  const digits = listed.flatMap(({ workspace_id: id, is_default }) =>
    id !== undefined && /^\d{1,25}$/.test(id)
      ? [{ id, isDefault: is_default || id === DEFAULT_ID }]
      : [],
  );
  const { id } = digits.find(({ isDefault }) => isDefault) ?? digits[0] ?? { id: DEFAULT_ID };
  return id === DEFAULT_ID ? undefined : id;
}
