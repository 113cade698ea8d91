import { isEndedCondition } from '@/lib/jobs/model/history-entry';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { Menu } from '../ui/menu';
import type { HistoryActions, HistoryView } from './history-view';
import './selection-bar.css';

/** Props of the bar. */
export interface SelectionBarProps {
  entries: HistoryView['entries'];
  selected: ReadonlySet<string>;
  actions: Pick<HistoryActions, 'saveAll' | 'saveZip' | 'saveList' | 'retryAll' | 'removeAll'>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onEnd: () => void;
}

/** Bulk actions on the selected jobs. Takes the place of the history bar. */
export function SelectionBar({ entries, selected, actions, onSelect, onEnd }: SelectionBarProps) {
  const { selection } = useLocale().messages.history;
  const chosen = entries.filter(({ id }) => selected.has(id));
  const idsIn = (conditions: readonly string[]) =>
    chosen.filter(({ condition }) => conditions.includes(condition)).map(({ id }) => id);
  const done = idsIn(['done']);
  const failed = idsIn(['failed', 'cancelled']);
  const ended = chosen.filter(({ condition }) => isEndedCondition(condition)).map(({ id }) => id);
  const isAll = chosen.length === entries.length && entries.length > 0;

  const listAs = (format: 'csv' | 'json') => (rows: readonly string[]) =>
    actions.saveList(rows, format);
  const act = (work: (ids: readonly string[]) => void, ids: readonly string[]) => () => {
    work(ids);
    onEnd();
  };

  const ids = chosen.map(({ id }) => id);
  const waysToSave = [
    { key: 'csv', label: selection.csv, onSelect: act(listAs('csv'), ids) },
    { key: 'json', label: selection.json, onSelect: act(listAs('json'), ids) },
  ];
  if (done.length > 0)
    waysToSave.unshift({ key: 'zip', label: selection.zip, onSelect: act(actions.saveZip, done) });

  return (
    <section class="selection-bar" aria-label={selection.title}>
      <div class="selection-bar__row">
        <label class="selection-bar__all">
          <input
            type="checkbox"
            checked={isAll}
            ref={(input) => {
              if (input) input.indeterminate = chosen.length > 0 && !isAll;
            }}
            onChange={() => onSelect(new Set(isAll ? [] : entries.map(({ id }) => id)))}
          />
          {selection.all}
        </label>
        <output>{selection.count(chosen.length)}</output>
        <IconButton icon="close" label={selection.end} onClick={onEnd} />
      </div>
      <div class="selection-bar__row">
        <Button disabled={done.length === 0} onClick={act(actions.saveAll, done)}>
          {selection.save(done.length)}
        </Button>
        {chosen.length > 0 && <Menu label={selection.more} items={waysToSave} />}
        <Button
          variant="soft"
          disabled={failed.length === 0}
          onClick={act(actions.retryAll, failed)}
        >
          {selection.retry(failed.length)}
        </Button>
        <Button
          variant="quiet"
          disabled={ended.length === 0}
          onClick={act(actions.removeAll, ended)}
        >
          {selection.remove(ended.length)}
        </Button>
      </div>
      {failed.length > 0 && <p class="selection-bar__hint">{selection.retryHint}</p>}
    </section>
  );
}
