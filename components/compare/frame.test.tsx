// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { field, picture, press, showCompare, zoom } from '@/tests/stories/show-compare';

const clip = () => picture('Before').closest<HTMLElement>('.compare-pane')?.style.clipPath;

describe('a part of the image', () => {
  const frame = () => screen.getByRole('application', { name: /^Section to show/ });

  it('is drawn with the pointer, shown alone at 100 %, and copied', async () => {
    const { user, actions } = showCompare();
    await user.click(press('Section'));
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 400, clientY: 150 });
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 500, clientY: 250 });
    fireEvent.pointerUp(field(), { pointerId: 1 });
    expect(zoom()).toBe('100%');
    // 100 px at 23 % are 432 px of the result.
    screen.getByText('Section of 432 × 432 px at 100 %');
    await user.click(press('Copy section'));
    expect(actions.copyPart).toHaveBeenCalledExactlyOnceWith({
      x: 1008,
      y: 648,
      width: 432,
      height: 432,
    });
    await user.click(press('Whole image'));
    expect(screen.queryByText(/^Section of/)).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  it('is moved, sized and shown by keys; the focus comes back', async () => {
    const { user } = showCompare();
    field().focus();
    await user.keyboard('r');
    expect(document.activeElement).toBe(frame());
    const name = frame().getAttribute('aria-label');
    await user.keyboard('{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
    expect(frame().getAttribute('aria-label')).not.toBe(name);
    await user.keyboard('{Enter}');
    screen.getByText(/^Section of \d+ × \d+ px/);
    expect(document.activeElement).toBe(field());
    expect(clip()).toMatch(/^inset/);
    await user.keyboard('{Escape}');
    expect(clip()).toBe('');
  });

  it('is left by Escape', async () => {
    const { user } = showCompare();
    field().focus();
    await user.keyboard('r{Escape}');
    expect(screen.queryByText(/^Section of/)).toBeNull();
    expect(document.activeElement).toBe(field());
  });
});
