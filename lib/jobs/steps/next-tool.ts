import type { Tool } from '@/lib/jimeng/model/tools';
import type { Job } from '../model/job';
import { accountOf } from '../model/known-logins';
import { siteOf } from '../model/site';
import { chooseTool } from '../rules/choose-tool';
import type { JobDeps } from './deps';

/** The upscaler that the next order of a row goes to. @param account its owner (known-logins.ts) */
export async function nextTool(
  job: Job,
  account: string,
  { store, accounts, now }: Pick<JobDeps, 'store' | 'accounts' | 'now'>,
): Promise<Tool> {
  const [memory, logins] = await Promise.all([store.automatic(siteOf(job)), accounts.known()]);
  const known = memory && { ...memory, account: accountOf(logins, memory.account) };
  return chooseTool(job, account, known, now());
}
