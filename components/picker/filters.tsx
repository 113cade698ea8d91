import { useId, useState } from 'preact/hooks';
import {
  countBesideSize,
  type Filter,
  isSameFilter,
  type Range,
  SHAPES,
  SORTS,
  type Sort,
  USUAL_FILTER,
} from '@/lib/picker/filter';
import type { PickerView } from '@/lib/picker/picker';
import { STARTS, type Start } from '@/lib/picker/ticks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Select } from '../ui/select';
import { CheckBox } from './check-box';
import './filters.css';

/** Props of the filters. */
export interface FiltersProps {
  filter: Filter;
  sort: Sort;
  start: Start;
  view: Pick<PickerView, 'types' | 'hosts' | 'hasSelection'>;
  onFilter: (filter: Filter) => void;
  onSort: (sort: Sort) => void;
  onStart: (start: Start) => void;
}

/** All filters, the order and the start state of ticks. In a narrow window only the filters of size stay in sight. */
export function Filters(props: FiltersProps) {
  const { filter, sort, start, view, onFilter, onSort, onStart } = props;
  const { messages, formats } = useLocale();
  const { filters, ticks } = messages.picker;
  const moreId = useId();
  const [isOpen, setOpen] = useState(false);
  const besideSize = countBesideSize(filter);
  const change = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  // Each list has the choice, too, whose last picture may have gone: without it the list looks empty.
  const types = [...new Set(['', ...view.types, filter.type])];
  // An empty value stands for all hosts, and this one for pictures without an address.
  const chosenHost = filter.host === undefined ? '' : filter.host || NO_HOST;
  const hosts = [...new Set(['', ...view.hosts.map((host) => host || NO_HOST), chosenHost])];
  const hostWords = (host: string) => {
    if (host === '') return filters.anyHost;
    return host === NO_HOST ? filters.noHost : host;
  };
  return (
    <search class="picker-filters" aria-label={filters.title}>
      <RangeField
        title={filters.width}
        labels={[filters.widthFrom, filters.widthTo]}
        range={filter.width}
        onChange={(width) => change({ width })}
      />
      <RangeField
        title={filters.height}
        labels={[filters.heightFrom, filters.heightTo]}
        range={filter.height}
        onChange={(height) => change({ height })}
      />
      <button
        type="button"
        class="picker-filters__toggle"
        aria-expanded={isOpen}
        aria-controls={moreId}
        onClick={() => setOpen(!isOpen)}
      >
        {filters.more(besideSize > 0 ? formats.number(besideSize) : '')}
      </button>
      <div class="picker-filters__more" id={moreId} data-open={isOpen}>
        <Select
          label={filters.shape}
          options={SHAPES.map((value) => ({ value, label: filters.shapes[value] }))}
          value={filter.shape}
          onChange={(shape) => change({ shape })}
        />
        <Select
          label={filters.type}
          options={types.map((value) => ({ value, label: value || filters.anyType }))}
          value={filter.type}
          onChange={(type) => change({ type })}
        />
        <Select
          label={filters.host}
          options={hosts.map((value) => ({ value, label: hostWords(value) }))}
          value={chosenHost}
          onChange={(host) =>
            change({ host: host === '' ? undefined : host === NO_HOST ? '' : host })
          }
        />
        <Select
          label={filters.sort}
          options={SORTS.map((value) => ({ value, label: filters.sorts[value] }))}
          value={sort}
          onChange={onSort}
        />
        <span class="picker-filters__start">
          <span aria-hidden="true">{ticks.start}</span>
          <Select
            label={ticks.start}
            options={STARTS.map((value) => ({ value, label: ticks.starts[value] }))}
            value={start}
            onChange={onStart}
          />
        </span>
        <CheckBox
          label={filters.icons}
          isOn={filter.hasIcons}
          onChange={(hasIcons) => change({ hasIcons })}
        />
        {(view.hasSelection || filter.isOnlySelection) && (
          <CheckBox
            label={filters.selection}
            isOn={filter.isOnlySelection}
            onChange={(isOnlySelection) => change({ isOnlySelection })}
          />
        )}
        <CheckBox
          label={filters.ticked}
          isOn={filter.isOnlyTicked}
          onChange={(isOnlyTicked) => change({ isOnlyTicked })}
        />
        {!isSameFilter(filter, USUAL_FILTER) && (
          <Button variant="quiet" onClick={() => onFilter(USUAL_FILTER)}>
            {filters.reset}
          </Button>
        )}
      </div>
    </search>
  );
}

/** No host has this name. */
const NO_HOST = '.';

/** Props of a range. */
interface RangeFieldProps {
  title: string;
  /** Accessible names of the lower and the upper bound. */
  labels: readonly [string, string];
  range: Range;
  onChange: (range: Range) => void;
}

/** A lower and an upper bound in px; an empty field does not bind. */
function RangeField({ title, labels, range, onChange }: RangeFieldProps) {
  const field = (bound: keyof Range, label: string) => (
    <input
      type="number"
      min={0}
      max={100_000}
      step={1}
      inputMode="numeric"
      aria-label={label}
      value={range[bound] ?? ''}
      onInput={({ currentTarget }) => {
        const { [bound]: _, ...others } = range;
        const px = currentTarget.valueAsNumber;
        onChange(Number.isFinite(px) && px >= 0 ? { ...others, [bound]: px } : others);
      }}
    />
  );
  return (
    <span class="picker-filters__range">
      <span aria-hidden="true">{title}</span>
      {field('from', labels[0])}
      <span aria-hidden="true">–</span>
      {field('to', labels[1])}
    </span>
  );
}
