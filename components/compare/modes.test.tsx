// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompareMode } from '@/lib/browser/storage/compare-choices';
import {
  done,
  field,
  picture,
  press,
  showCompare,
  slider,
  zoom,
} from '@/tests/stories/show-compare';

const inMode = (mode: CompareMode) => showCompare({ choices: { mode, isPixelated: false } });
const cut = () => picture('Before').parentElement?.style.clipPath;
const pane = (name: string) => {
  const { left, width, clipPath } =
    picture(name).closest<HTMLElement>('.compare-pane')?.style ?? {};
  return { left, width, clipPath };
};
const mode = () =>
  ['Slider', 'Lens', 'Side by side', 'Blink', 'Fade'].filter(
    (name) => press(name).getAttribute('aria-pressed') === 'true',
  );

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

let isReduced: boolean;
beforeEach(() => {
  isReduced = false;
  vi.stubGlobal('matchMedia', () => ({ matches: isReduced }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the way to compare', () => {
  it('is chosen by keys and by buttons, and told for the next time', async () => {
    const { user, onChoices } = showCompare();
    expect(mode()).toEqual(['Slider']);
    field().focus();
    for (const [key, name] of [
      ['l', 'Lens'],
      ['t', 'Side by side'],
      ['b', 'Blink'],
      ['d', 'Fade'],
      ['s', 'Slider'],
    ] as const) {
      await user.keyboard(key);
      expect(mode()).toEqual([name]);
    }
    await user.click(press('Lens'));
    expect(onChoices).toHaveBeenLastCalledWith({ mode: 'lens', isPixelated: false });
    await user.keyboard('p');
    expect(onChoices).toHaveBeenLastCalledWith({ mode: 'lens', isPixelated: true });
  });

  it('is none with one image', () => {
    showCompare({ before: undefined, choices: { mode: 'side', isPixelated: false } });
    expect(screen.queryByRole('button', { name: 'Lens' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Hold for original' })).toBeNull();
    expect(pane('After').width).toBe('1000px');
  });

  it('leaves both images at the same spot, whichever it is', async () => {
    const { user } = showCompare();
    await user.click(press('1:1'));
    field().focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    for (const key of ['s', 'l', 'b', 'd', 't', 's']) {
      await user.keyboard(key);
      const { transform } = picture('After').style;
      expect(picture('Before').style.transform).toBe(transform);
      // 1000 px wide, or halves of 500: the middle of the field shows the same px of the result.
      const [x = 0] = transform.match(/-?[\d.]+/)?.map(Number) ?? [];
      expect((key === 't' ? 250 : 500) - x).toBe(2880 / 2 + 64);
      expect(zoom()).toBe('100%');
    }
  });
});

describe('the lens', () => {
  it('shows the other image under the pointer, pressed or not', () => {
    inMode('lens');
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 300, clientY: 100 });
    expect(cut()).toBe('circle(140px at 300px 100px)');
    expect(picture('Before').style.transform).toBe(picture('After').style.transform);
  });

  it('goes by arrow keys, and says where it is', async () => {
    const { user } = inMode('lens');
    slider().focus();
    await user.keyboard('{ArrowLeft}{ArrowUp}{Shift>}{ArrowRight}{/Shift}');
    expect(slider().getAttribute('aria-valuetext')).toBe('58% from the left, 48% from the top');
    expect(cut()).toBe('circle(140px at 580px 240px)');
  });
});

describe('side by side', () => {
  it('gives each image a half, and zooms under the pointer in either', () => {
    inMode('side');
    expect([pane('Before').left, pane('After').left]).toEqual(['0px', '500px']);
    expect(pane('After').width).toBe('500px');
    const place = { clientX: 750, clientY: 250, bubbles: true, cancelable: true };
    fireEvent(
      field(),
      Object.assign(new MouseEvent('wheel', place), { deltaY: -900, deltaMode: 0 }),
    );
    // The middle of the right half shows the middle of the image, before and after.
    const [x = 0, , scale = 1] =
      picture('After')
        .style.transform.match(/[-\d.]+/g)
        ?.map(Number) ?? [];
    expect((250 - x) / scale).toBeCloseTo(1440, 0);
  });
});

describe('blinking', () => {
  it('swaps in place, by key and by button', async () => {
    const { user } = inMode('blink');
    const hidden = cut();
    field().focus();
    await user.keyboard('b');
    expect(cut()).toBe('none');
    await user.click(press('Swap'));
    expect(cut()).toBe(hidden);
  });

  it('goes on by itself, slowly, until it is stopped', async () => {
    vi.useFakeTimers();
    inMode('blink');
    const hidden = cut();
    fireEvent.keyDown(field(), { key: 'a' });
    const seen: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await pass(1_200);
      seen.push(cut());
    }
    expect(seen).toEqual(['none', hidden, 'none']);
    fireEvent.keyDown(field(), { key: 'a' });
    await pass(10_000);
    expect(cut()).toBe('none');
  });

  it('never begins by itself for a person who wants less motion', async () => {
    vi.useFakeTimers();
    isReduced = true;
    inMode('blink');
    expect(screen.queryByRole('button', { name: 'Automatic' })).toBeNull();
    const hidden = cut();
    fireEvent.keyDown(field(), { key: 'a' });
    await pass(10_000);
    expect(cut()).toBe(hidden);
  });
});

describe('holding', () => {
  const copies = () => screen.queryAllByRole('img', { name: 'Before' }).length;

  it.each(['slider', 'side', 'difference'] as const)(
    'shows the original in %s as long as the key is held',
    (name) => {
      inMode(name);
      fireEvent.keyDown(field(), { key: 'o' });
      expect(copies()).toBe(2);
      fireEvent.keyUp(field(), { key: 'o' });
      expect(copies()).toBe(1);
    },
  );

  it('ends when the focus goes, because the key may be let go elsewhere', () => {
    showCompare();
    fireEvent.keyDown(field(), { key: 'o' });
    fireEvent.focusOut(field());
    expect(copies()).toBe(1);
  });

  it('works by button, with the pointer and with a key', () => {
    showCompare();
    const hold = press('Hold for original');
    fireEvent.pointerDown(hold, { button: 0, pointerId: 1 });
    expect([copies(), hold.getAttribute('aria-pressed')]).toEqual([2, 'true']);
    fireEvent.pointerUp(hold, { pointerId: 1 });
    expect(copies()).toBe(1);
    fireEvent.keyDown(hold, { key: ' ' });
    expect(copies()).toBe(2);
    fireEvent.keyUp(hold, { key: ' ' });
    expect(copies()).toBe(1);
  });

  it('shows the original also where another result is on the left', () => {
    const other = { ...done, id: 'other' };
    showCompare({ left: { job: other, url: 'blob:other' }, results: [done, other] });
    fireEvent.keyDown(field(), { key: 'o' });
    expect(picture('Before').src).toBe('blob:before');
  });
});

describe('the fade', () => {
  const shares = (container: Element) => ({
    difference: container.querySelector<HTMLElement>('.compare-difference')?.style.opacity,
    before: cut() === 'none',
  });

  it('goes from before through the difference to after, in one place', async () => {
    const { user, container } = inMode('difference');
    const range = screen.getByRole('slider', { name: 'Fade from before to after' });
    expect(range.getAttribute('aria-valuetext')).toBe('Difference');
    expect(shares(container)).toEqual({ difference: '1', before: false });
    fireEvent.input(range, { target: { value: '25' } });
    expect(shares(container)).toEqual({ difference: '0.5', before: true });
    fireEvent.input(range, { target: { value: '100' } });
    expect(shares(container)).toEqual({ difference: '0', before: false });
    const [first, second] = container.querySelectorAll<HTMLElement>('.compare-difference img');
    expect(first?.style.cssText).toBe(second?.style.cssText);
    field().focus();
    await user.keyboard('d');
    expect(range.getAttribute('aria-valuetext')).toBe('Before');
  });
});

describe('the divider', () => {
  it('goes to the middle, right and left by one key, and by a double click on it', async () => {
    const { user } = showCompare();
    const at = () => slider().getAttribute('aria-valuenow');
    field().focus();
    await user.keyboard('c');
    expect(at()).toBe('100');
    await user.keyboard('c');
    expect(at()).toBe('0');
    fireEvent.dblClick(slider());
    expect(at()).toBe('50');
    expect(zoom()).toBe('23%');
  });
});

describe('the zoom', () => {
  it('goes through fixed steps, and says how large the result is on the screen', async () => {
    const { user } = showCompare();
    field().focus();
    const seen: unknown[] = [];
    for (const key of ['+', '+', '+', '4', '8', '-', '1', '0']) {
      await user.keyboard(key);
      seen.push(zoom());
    }
    expect(seen).toEqual(['25%', '50%', '100%', '400%', '800%', '400%', '100%', '23%']);
    await user.keyboard('2');
    screen.getByText('5760 × 4320');
  });

  it('is spoken once it rests, and the mode as well, but not what was there at first', async () => {
    vi.useFakeTimers();
    const { container } = showCompare();
    const said = () => container.querySelector('.compare-stage > [role=status]')?.textContent;
    await pass(5_000);
    expect(said()).toBe('');
    for (const key of ['+', '+', '+']) {
      fireEvent.keyDown(field(), { key });
      await pass(200);
      expect(said()).toBe('');
    }
    await pass(1_000);
    expect(said()).toBe('Zoom 100%');
    fireEvent.keyDown(field(), { key: 'l' });
    await pass(1_000);
    expect(said()).toBe('Lens');
    expect(screen.getByRole('toolbar').querySelector('output')?.getAttribute('aria-live')).toBe(
      'off',
    );
  });
});

describe('a result that is displaced', () => {
  it('is corrected and said, and can be seen as it is', async () => {
    const { user } = showCompare({ shift: { x: 3, y: 4 } });
    screen.getByText('Shifted by 5 px; corrected here.');
    await user.click(press('1:1'));
    expect(picture('After').style.transform).toBe('translate(-940px, -830px) scale(1)');
    expect(picture('Before').style.transform).toBe('translate(-937px, -826px) scale(1)');
    await user.click(press('Correct the shift'));
    screen.getByText('Shifted by 5 px.');
    expect(picture('Before').style.transform).toBe(picture('After').style.transform);
    field().focus();
    await user.keyboard('h');
    screen.getByText('Shifted by 5 px; corrected here.');
  });
});

describe('full screen', () => {
  it('is the images with their controls, and gives the focus back', async () => {
    const { user, container } = showCompare();
    const main = container.querySelector('main');
    if (!main) throw new Error('no page');
    const request = vi.fn(async () => undefined);
    Object.assign(main, { requestFullscreen: request });
    const button = press('Full screen');
    await user.click(button);
    expect(request).toHaveBeenCalledOnce();
    button.blur();
    document.dispatchEvent(new Event('fullscreenchange'));
    await waitFor(() => expect(document.activeElement).toBe(button));
    field().focus();
    await user.keyboard('f');
    expect(request).toHaveBeenCalledTimes(2);
  });
});
