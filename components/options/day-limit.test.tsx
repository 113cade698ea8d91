// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { showPage } from '@/tests/stories/show';
import { DayLimit, type DayLimitProps } from './day-limit';

it('takes a whole number of credits, and no limit if the field is empty', () => {
  const onChange = vi.fn<DayLimitProps['onChange']>();
  const { change } = showPage<DayLimitProps>((props) => (
    <DayLimit dayLimit={0} onChange={onChange} {...props} />
  ));
  const field = screen.getByLabelText('Limit for a day') as HTMLInputElement;
  expect(field.value).toBe('');
  fireEvent.change(field, { target: { value: '30' } });
  expect(onChange).toHaveBeenLastCalledWith(30);
  change({ dayLimit: 30 });
  for (const wrong of ['2.5', '-1']) {
    fireEvent.change(field, { target: { value: wrong } });
    expect(field.value).toBe('30');
  }
  expect(onChange).toHaveBeenCalledOnce();
  fireEvent.change(field, { target: { value: '' } });
  expect(onChange).toHaveBeenLastCalledWith(0);
});
