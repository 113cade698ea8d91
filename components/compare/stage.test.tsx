// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  done,
  field,
  picture,
  press,
  showCompare,
  slider,
  zoom,
} from '@/tests/stories/show-compare';

describe('the divider', () => {
  it('is a slider that says how much is before', async () => {
    const { user } = showCompare();
    expect(slider().getAttribute('aria-valuetext')).toBe('50% before');
    slider().focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}');
    expect(slider().getAttribute('aria-valuenow')).toBe('53');
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}{PageDown}');
    expect(slider().getAttribute('aria-valuenow')).toBe('33');
    await user.keyboard('{End}{ArrowRight}');
    expect(slider().getAttribute('aria-valuetext')).toBe('100% before');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(slider().getAttribute('aria-valuenow')).toBe('0');
  });

  it('leaves keys with Ctrl to the browser', () => {
    showCompare();
    expect(fireEvent.keyDown(slider(), { key: 'ArrowRight', ctrlKey: true })).toBe(true);
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
  });

  it('cuts the source off where it stands', async () => {
    const { user } = showCompare();
    const cut = () =>
      Number.parseFloat(picture('Before').parentElement?.style.clipPath.split(' ')[1] ?? '');
    // 2880 x 2160 on 1000 x 500 is 667 wide, from 167 on.
    expect(cut()).toBeCloseTo(500, 5);
    slider().focus();
    await user.keyboard('{End}');
    expect(cut()).toBeCloseTo(166.67, 2);
  });

  it('is dragged by the whole picture, as long as all of it is in view', () => {
    showCompare();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 300, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('20');
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 700, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('80');
    fireEvent.pointerUp(field(), { pointerId: 1 });
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 200, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('80');
  });

  it('is left alone by the other mouse buttons', () => {
    showCompare();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 2, clientX: 300, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
  });
});

describe('zoom', () => {
  it('goes by buttons and by keys, from the whole picture to its pixels', async () => {
    const { user } = showCompare();
    expect(zoom()).toBe('23%');
    expect(press('Fit').getAttribute('aria-pressed')).toBe('true');
    await user.click(press('1:1'));
    expect(zoom()).toBe('100%');
    expect(press('Fit').getAttribute('aria-pressed')).toBe('false');
    await user.click(press('Zoom in'));
    expect(zoom()).toBe('200%');
    field().focus();
    await user.keyboard('--');
    expect(zoom()).toBe('50%');
    await user.keyboard('1');
    expect(zoom()).toBe('100%');
    await user.keyboard('0');
    expect(zoom()).toBe('23%');
  });

  it('follows the wheel around the pointer, and keeps the page from scrolling', () => {
    showCompare();
    // The wheel event of happy-dom has no place.
    const place = { clientX: 400, clientY: 250, bubbles: true, cancelable: true };
    const wheel = Object.assign(new MouseEvent('wheel', place), { deltaY: -1000, deltaMode: 0 });
    const isLeftToPage = fireEvent(field(), wheel);
    expect(isLeftToPage).toBe(false);
    const { transform } = picture('After').style;
    const [x, , scale] = transform.match(/[-\d.]+/g)?.map(Number) ?? [];
    // The px under the pointer is the one that was there: (400 - 166.7) / 0.2315.
    expect((400 - (x ?? 0)) / (scale ?? 1)).toBeCloseTo(1008, 0);
  });

  it('moves the picture by drag and by arrows once it is larger than the stage', async () => {
    const { user } = showCompare();
    await user.click(press('1:1'));
    const before = picture('After').style.transform;
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 500, clientY: 250 });
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 520, clientY: 260 });
    fireEvent.pointerUp(field(), { pointerId: 1 });
    expect(before).toBe('translate(-940px, -830px) scale(1)');
    expect(picture('After').style.transform).toBe('translate(-920px, -820px) scale(1)');
    expect(picture('Before').style.transform).toBe(picture('After').style.transform);
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
    field().focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(picture('After').style.transform).toBe('translate(-984px, -884px) scale(1)');
  });

  it('follows two fingers', () => {
    showCompare();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 400, clientY: 250 });
    fireEvent.pointerDown(field(), { pointerId: 2, button: 0, clientX: 600, clientY: 250 });
    fireEvent.pointerMove(field(), { pointerId: 2, clientX: 800, clientY: 250 });
    expect(zoom()).toBe('46%');
    fireEvent.pointerUp(field(), { pointerId: 1 });
    fireEvent.pointerUp(field(), { pointerId: 2 });
  });
});

describe('the view', () => {
  it('shows pixels if they are asked for', async () => {
    const { user } = showCompare();
    await user.click(press('Pixels'));
    expect(field().dataset.pixelated).toBe('true');
    field().focus();
    await user.keyboard('P');
    expect(field().dataset.pixelated).toBe('false');
  });

  it('does not stretch a source of another shape', () => {
    const { result } = done;
    const square = { ...done, ...(result && { result: { ...result, width: 2160 } }) };
    showCompare({ job: square });
    expect(picture('Before').dataset.fit).toBe('contain');
    screen.getByText(/different shape/);
  });

  it('shows the result alone without a source, and says so', () => {
    showCompare({ before: undefined, check: { flaws: [] } });
    screen.getByText(/only the result is shown/);
    expect(screen.queryByRole('img', { name: 'Before' })).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
    screen.getByText('The images could not be compared.');
  });

  it('treats a source that cannot be shown as missing, and tells of a result that cannot', () => {
    showCompare();
    fireEvent.error(picture('Before'));
    screen.getByText(/only the result is shown/);
    fireEvent.error(picture('After'));
    screen.getByText(/cannot show the result/);
  });
});
