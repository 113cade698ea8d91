import { FILTERS, type Filter, type Query, SORTS, type Sort } from '@/lib/jobs/model/query';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import type { HistoryView } from './history-view';
import './history-bar.css';

/** Props of the controls above the history. */
export interface HistoryBarProps {
  query: Query;
  counts: HistoryView['counts'];
  onAsk: (query: Query) => void;
  /** The person is about to search: all entries should be loaded by the first keystroke. */
  onBegin: () => void;
  onSelect: () => void;
}

/** Search, filters and sort order for a long history, and the button that starts a selection. */
export function HistoryBar({ query, counts, onAsk, onBegin, onSelect }: HistoryBarProps) {
  const { messages, formats } = useLocale();
  const { history } = messages;
  const shown = FILTERS.filter(
    (filter) => filter === 'all' || counts[filter] > 0 || filter === query.filter,
  );
  return (
    <search class="history-bar">
      <div class="history-bar__row">
        <label class="history-bar__search">
          <Icon name="search" size={14} />
          <input
            type="search"
            value={query.words}
            placeholder={history.search}
            aria-label={history.search}
            onFocus={onBegin}
            onInput={(event) => onAsk({ ...query, words: event.currentTarget.value })}
          />
        </label>
        <select
          class="history-bar__sort"
          aria-label={history.sort}
          value={query.sort}
          onChange={(event) => onAsk({ ...query, sort: event.currentTarget.value as Sort })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {history.sorts[sort]}
            </option>
          ))}
        </select>
        <IconButton icon="select" label={history.select} onClick={onSelect} />
      </div>
      {shown.length > 2 && (
        <fieldset class="history-bar__filters" aria-label={history.filter}>
          {shown.map((filter) => (
            <FilterChoice
              key={filter}
              filter={filter}
              count={formats.number(counts[filter])}
              isChosen={filter === query.filter}
              onChoose={() => onAsk({ ...query, filter })}
            />
          ))}
        </fieldset>
      )}
    </search>
  );
}

/** Props of one filter. */
interface FilterChoiceProps {
  filter: Filter;
  count: string;
  isChosen: boolean;
  onChoose: () => void;
}

function FilterChoice({ filter, count, isChosen, onChoose }: FilterChoiceProps) {
  const { filters } = useLocale().messages.history;
  return (
    <label class="history-bar__filter" data-filter={filter}>
      <input
        type="radio"
        class="visually-hidden"
        name="history-filter"
        checked={isChosen}
        onChange={onChoose}
      />
      {filters[filter]} <span>{count}</span>
    </label>
  );
}
