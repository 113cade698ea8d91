import type { Job } from '@/lib/jobs/model/job';
import { isKept } from '@/lib/jobs/model/selectors';
import { useLocale } from '../ui/locale';
import { Menu } from '../ui/menu';
import type { MenuItem } from '../ui/menu-list';
import { useCopy } from '../ui/use-copy';
import type { Actions } from './actions';
import { replaceItems } from './replace-items';
import { useReplacing } from './replacing';
import './row-menu.css';

/** Props of a row's menu. */
export interface RowMenuProps {
  job: Job;
  actions: Actions;
  /** Remedies that have no button. */
  helping: readonly MenuItem[];
}

/** Menu of a row: further remedies, or further actions on the result. */
export function RowMenu({ job, actions, helping }: RowMenuProps) {
  const { messages } = useLocale();
  const words = messages.actions;
  const replacing = useReplacing();
  const copy = useCopy(() => actions.copy(job.id));
  if (job.stage !== 'done') return <Menu label={words.more} items={helping} />;

  const items: MenuItem[] = [
    { key: 'copy', label: words.copy, onSelect: copy.start },
    { key: 'save-as', label: words.saveAs, onSelect: () => actions.saveAs(job.id) },
  ];
  if (!isKept(job)) {
    items.push({
      key: 'again',
      label: words.againWith,
      onSelect: () => actions.upscaleAgain(job.id),
    });
  }
  if (job.origin.kind === 'page') {
    items.push({ key: 'page', label: words.openPage, onSelect: () => actions.openPage(job) });
  }
  items.push(...replaceItems(job, replacing, messages));
  const said = {
    ready: '',
    copying: words.copying,
    copied: words.copied,
    failed: words.copyFailed,
  };
  return (
    <span class="row-menu">
      <output class="row-menu__said" data-state={copy.state}>
        {said[copy.state]}
      </output>
      <Menu label={words.more} items={[...helping, ...items]} />
    </span>
  );
}
