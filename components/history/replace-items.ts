import type { Messages } from '@/lib/i18n/messages';
import type { Job } from '@/lib/jobs/model/job';
import { hostOfPattern, sitePatternOf } from '@/lib/jobs/model/site-pattern';
import type { MenuItem } from '../ui/menu-list';
import type { Replacing } from './replacing';

/** The entries of a row's menu that show its result on its page, or always show results on its site. */
export function replaceItems(
  job: Job,
  replacing: Replacing | undefined,
  { replace: words }: Messages,
): MenuItem[] {
  if (!replacing || job.origin.kind !== 'page' || job.isImported) return [];
  const pattern = sitePatternOf(job.origin.pageUrl);
  if (pattern === undefined) return [];
  const { actions, jobIds, sites } = replacing;
  const host = hostOfPattern(pattern);
  return [
    jobIds.includes(job.id)
      ? { key: 'hide', label: words.hide, onSelect: () => actions.hide([job.id]) }
      : { key: 'show', label: words.show, onSelect: () => actions.show([job.id]) },
    sites.includes(pattern)
      ? { key: 'never', label: words.never(host), onSelect: () => actions.switchOff(pattern) }
      : { key: 'always', label: words.always(host), onSelect: () => actions.switchOn(pattern) },
  ];
}
