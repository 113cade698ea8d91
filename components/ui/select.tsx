import './select.css';

/** One of the options. */
interface SelectOption<Value extends string | number> {
  value: Value;
  label: string;
  /** Language of the label, if it is another one than that of the page. */
  lang?: string | undefined;
}

/** Props of a drop-down list. */
export interface SelectProps<Value extends string | number> {
  /** Accessible name. */
  label: string;
  /** In the order shown. */
  options: readonly SelectOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Chooses one of many options: the browser's own drop-down list. */
export function Select<Value extends string | number>(props: SelectProps<Value>) {
  const { label, options, value, onChange } = props;
  return (
    <select
      class="select"
      aria-label={label}
      value={String(value)}
      onChange={({ currentTarget }) => {
        const chosen = options[currentTarget.selectedIndex];
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((each) => (
        <option key={each.value} value={String(each.value)} lang={each.lang}>
          {each.label}
        </option>
      ))}
    </select>
  );
}
