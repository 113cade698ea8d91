// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { BackgroundChoice } from './background-choice';

const colour = () => screen.queryByLabelText('Color', { selector: '[type=color]' });

it('keeps transparency, or puts white behind it', async () => {
  const onChange = vi.fn();
  const { user } = show(<BackgroundChoice background="keep" onChange={onChange} />);
  expect(screen.getByRole('radio', { name: 'Keep' })).toHaveProperty('checked', true);
  expect(colour()).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'White' }));
  expect(onChange).toHaveBeenLastCalledWith('#ffffff');
});

it('lets the colour be chosen', () => {
  const onChange = vi.fn();
  show(<BackgroundChoice background="#123456" onChange={onChange} />);
  expect(screen.getByRole('radio', { name: 'Color' })).toHaveProperty('checked', true);
  expect(colour()).toHaveProperty('value', '#123456');
  fireEvent.change(colour() as HTMLElement, { target: { value: '#00ff00' } });
  expect(onChange).toHaveBeenLastCalledWith('#00ff00');
});
