// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NumberField } from './number-field';

const onChange = vi.fn<(value: number | undefined) => void>();

function field(value: number | undefined) {
  return (
    <>
      <span id="limit">Limit</span>
      <NumberField value={value} labelledBy="limit" onChange={onChange} />
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Limit');

afterEach(cleanup);

it('keeps what is being typed when the page around it is drawn again', () => {
  const { rerender } = render(field(undefined));
  input().focus();
  fireEvent.input(input(), { target: { value: '0' } });
  rerender(field(undefined));
  expect(input().value).toBe('0');
  fireEvent.change(input());
  expect(onChange.mock.lastCall).toEqual([0]);
});

it('shows another value once the person has left it', () => {
  const { rerender } = render(field(5));
  input().focus();
  fireEvent.input(input(), { target: { value: '50' } });
  fireEvent.input(input(), { target: { value: '5' } });
  // Nothing has changed since it got the focus, so this is the only event.
  fireEvent.blur(input());
  rerender(field(7));
  expect(input().value).toBe('7');
});
