// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { USUAL_FILTER } from '@/lib/picker/filter';
import { afterEvent, newPicker, type PickerEvent } from '@/lib/picker/picker';
import { show } from '@/tests/stories/show';
import { framePicture } from '@/tests/support/page-pictures';
import type { PickerActions } from './actions';
import { PickerPage, type PickerPageProps } from './page';
import { NOTHING_SCANNED, type Scan } from './view';

const start = vi.fn<PickerActions['start']>();
const others = {
  show: vi.fn<PickerActions['show']>(),
  setTarget: vi.fn<PickerActions['setTarget']>(),
  chooseTabs: vi.fn<PickerActions['chooseTabs']>(),
  scroll: vi.fn<PickerActions['scroll']>(),
  allowEverywhere: vi.fn<PickerActions['allowEverywhere']>(),
  allowPreviews: vi.fn<PickerActions['allowPreviews']>(),
  showHistory: vi.fn<PickerActions['showHistory']>(),
};
const SCAN = { ...NOTHING_SCANNED, canScroll: true };
const out = (changed: Partial<Scan['outOfReach']>) => ({
  ...NOTHING_SCANNED,
  outOfReach: { ...NOTHING_SCANNED.outOfReach, ...changed },
});
const SIX = Array.from({ length: 6 }, (_, at) =>
  framePicture(`p${at + 1}`, { alt: `Picture ${at + 1}`, width: 800 + at, height: 600 }),
);

function Page({ pictures, ...props }: Partial<PickerPageProps> & { pictures: typeof SIX }) {
  const [state, setState] = useState(() =>
    afterEvent(newPicker([1], 'none', 'page'), { type: 'arrived', changed: pictures, dropped: [] }),
  );
  const dispatch = (event: PickerEvent) => setState((before) => afterEvent(before, event));
  return (
    <PickerPage
      state={state}
      scan={SCAN}
      thumbs={new Map()}
      blockedHosts={[]}
      tabScope="one"
      tabsToRight={0}
      target="2k"
      costs={{}}
      account={{ site: 'jimeng', state: 'signed-in', credits: { total: 10 } }}
      outcome={{ kind: 'none' }}
      messages={messagesFor('en')}
      language="en"
      actions={{ ...others, start, dispatch }}
      {...props}
    />
  );
}

const nameOf = (tile: HTMLElement) => tile.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const tiles = () => within(screen.getByRole('listbox')).getAllByRole('option');
const ticked = () =>
  within(screen.getByRole('listbox'))
    .queryAllByRole('option', { selected: true })
    .map((each) => nameOf(each).split(',')[0]?.replace('Picture ', ''));
const bar = () => screen.getByRole('region', { name: 'Upscale to' });

beforeEach(() => {
  vi.clearAllMocks();
  // Without layout everything is 640 px wide, and the window shows its first rows.
  Object.assign(globalThis, { scrollBy: () => {} });
});

it('names each picture by what is known of it', () => {
  const pictures = [
    framePicture('a1', {
      alt: 'Boat',
      width: 300,
      height: 200,
      announced: { width: 1200, height: 800 },
    }),
    framePicture('a2'),
  ];
  show(<Page pictures={pictures} />);
  expect(tiles().map(nameOf)).toEqual([
    'Boat, 300 × 200 JPEG original 1200 × 800',
    'Image, Size not known yet JPEG',
  ]);
});

it('is worked by keys alone', async () => {
  const { user } = show(<Page pictures={SIX} />);
  tiles()[0]?.focus();
  await user.keyboard(' ');
  expect(ticked()).toEqual(['1']);
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await waitFor(() => expect(document.activeElement).toBe(tiles()[1]));
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(ticked()).toEqual(['1', '2', '3']);
  await user.keyboard('{Shift>}{ArrowRight}{ArrowLeft}{/Shift}');
  await waitFor(() => expect(document.activeElement).toBe(tiles()[2]));
  expect(ticked()).toEqual(['1', '2', '3']);
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement).toBe(tiles()[5]));
  await user.keyboard(' ');
  expect(ticked()).toEqual(['1', '2', '3', '6']);
  await user.keyboard('{Escape}');
  expect(ticked()).toEqual([]);
  await user.keyboard('{Control>}a{/Control}');
  expect(ticked()).toHaveLength(6);
  // Only one tile is a stop of Tab.
  expect(tiles().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
});

it('ticks a range with Shift', () => {
  show(<Page pictures={SIX} />);
  fireEvent.click(tiles()[1] as HTMLElement);
  fireEvent.click(tiles()[4] as HTMLElement, { shiftKey: true });
  expect(ticked()).toEqual(['2', '3', '4', '5']);
  fireEvent.click(tiles()[2] as HTMLElement, { shiftKey: true });
  expect(ticked()).toEqual(['2', '3']);
});

it.each(['touch', 'pen', 'mouse'])('draws a rubber band with the mouse only: %s', (pointerType) => {
  show(<Page pictures={SIX} />);
  const grid = screen.getByRole('listbox');
  const at = (clientX: number) => ({ pointerType, button: 0, clientX, clientY: 5 });
  fireEvent.pointerDown(grid, at(0));
  fireEvent.pointerMove(grid, at(400));
  expect(document.querySelector('.picker-grid__band') !== null).toBe(pointerType === 'mouse');
});

it('keeps the focus in the grid when the picture that has it is filtered away', async () => {
  show(<Page pictures={SIX} />);
  tiles()[5]?.focus();
  fireEvent.click(tiles()[5] as HTMLElement);
  fireEvent.input(screen.getByLabelText('Width to, pixels'), { target: { value: '803' } });
  expect(tiles()).toHaveLength(4);
  expect(screen.getByRole('listbox').contains(document.activeElement)).toBe(true);
  // The tick is not lost, and the bar says so.
  expect(bar().textContent).toMatch(/1 ticked1 of them hidden by the filters/);
  fireEvent.click(screen.getByRole('button', { name: 'Untick them' }));
  expect(bar().textContent).toMatch(/^0 ticked/);
});

it('says how many pictures the filters hide, and shows all again', () => {
  const icon = framePicture('p9', { alt: 'Icon', width: 24, height: 24, isIcon: true });
  show(<Page pictures={[...SIX, icon]} />);
  screen.getByText('1 hidden by the filters');
  // The filters are the usual ones.
  expect(screen.queryByRole('button', { name: 'Reset filters' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(tiles()).toHaveLength(7);
  expect(screen.queryByText(/hidden by the filters/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Reset filters' }));
  expect(tiles()).toHaveLength(6);
  fireEvent.input(screen.getByLabelText('Width to, pixels'), { target: { value: '10' } });
  // One beside the count, and one in place of the tiles.
  expect(screen.getAllByRole('button', { name: 'Show all' })).toHaveLength(2);
});

it('names on the button of the folded filters how many are on', () => {
  show(<Page pictures={SIX} />);
  const more = screen.getByRole('button', { name: 'More filters' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  expect(more.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(screen.getByLabelText('Only ticked'));
  fireEvent.change(screen.getByLabelText('Shape'), { target: { value: 'landscape' } });
  screen.getByRole('button', { name: 'More filters (2)' });
});

it('still shows what is chosen once no picture has it', () => {
  const filter = { ...USUAL_FILTER, type: 'GIF', host: 'gone.example' };
  const arrived = { type: 'arrived', changed: SIX, dropped: [] } as const;
  const state = [arrived, { type: 'filtered', filter } as const].reduce(
    afterEvent,
    newPicker([1], 'none', 'page'),
  );
  show(<Page pictures={SIX} state={state} />);
  const chosen = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;
  expect([chosen('File type'), chosen('Host')]).toEqual(['GIF', 'gone.example']);
});

it('says what it will cost, and starts with the pictures in their order', () => {
  const costs = { '2k': { credits: 4, at: 0 } };
  const large = framePicture('p9', { alt: 'Large', width: 5000, height: 4000 });
  show(<Page pictures={[...SIX, large]} costs={costs} />);
  for (const at of [6, 3, 0]) fireEvent.click(tiles()[at] as HTMLElement);
  expect(bar().textContent).toMatch(/3 ticked1 large already.*about 8 credits2 left afterwards/);
  fireEvent.click(screen.getByRole('button', { name: 'Upscale 2' }));
  expect(start.mock.calls[0]?.[0].pictures.map(({ id }) => id)).toEqual(['p1', 'p4']);
  expect(start.mock.calls[0]?.[0]).toMatchObject({ leftOut: { large: 1, known: 0 } });
  expect(start.mock.calls[0]?.[0]).not.toHaveProperty('budget');
  fireEvent.click(screen.getByLabelText('Upscale large ones too'));
  expect(bar().textContent).toMatch(/about 12 credits.*Not enough credits for all/);
  fireEvent.click(screen.getByRole('button', { name: 'Upscale 3' }));
  expect(start.mock.calls[1]?.[0].pictures).toHaveLength(3);
  fireEvent.change(screen.getByLabelText('At most (credits)'), { target: { value: '10' } });
  fireEvent.click(screen.getByRole('button', { name: 'Upscale 3' }));
  expect(start.mock.calls[2]?.[0].budget).toBe(10);
});

it('promises no price that was never seen, and starts nothing for no tick', () => {
  show(<Page pictures={SIX} />);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Upscale' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'All' }));
  expect(bar().textContent).toMatch(/Cost not known yet: the first one tells\./);
});

it('says what became of the start, and leads to the history', () => {
  const outcome = { kind: 'added', added: 12, unread: 2 } as const;
  show(<Page pictures={SIX} outcome={outcome} />);
  expect(bar().textContent).toMatch(/12 added2 could not be read/);
  fireEvent.click(screen.getByRole('button', { name: 'Show history' }));
  expect(others.showHistory).toHaveBeenCalledOnce();
});

it('says why there is nothing to see', () => {
  const { again } = show(<Page key="a" pictures={[]} scan={{ ...SCAN, isSearching: true }} />);
  screen.getByText('Looking for images…');
  again(<Page key="b" pictures={[]} />);
  screen.getByText(/No images were found/);
  // Nothing to tick or to filter.
  expect(screen.queryByRole('button', { name: 'All' })).toBeNull();
  expect(screen.queryByRole('search')).toBeNull();
  again(<Page key="c" pictures={[framePicture('a', { width: 20, height: 20 })]} />);
  screen.getByText('The filters hide all images.');
  again(<Page key="d" pictures={[]} scan={out({ 'no-access': 2 })} />);
  screen.getByText('2 tabs cannot be accessed');
  screen.getByRole('button', { name: 'Allow on all sites' });
  expect(screen.queryByText(/No images were found/)).toBeNull();
  again(<Page key="e" pictures={[]} scan={out({ forbidden: 1 })} />);
  screen.getByText('This page cannot be read');
  // No access would help.
  expect(screen.queryByRole('button', { name: /Allow/ })).toBeNull();
  const scroll = screen.getByRole<HTMLButtonElement>('button', { name: 'Scroll for me' });
  expect(scroll.disabled).toBe(true);
  again(<Page key="f" pictures={SIX} scan={out({ closed: 1 })} />);
  screen.getByText(/The tab was closed/);
});

it('speaks the counts once they rest', async () => {
  show(<Page pictures={SIX} />);
  fireEvent.click(screen.getByRole('button', { name: 'All' }));
  await waitFor(() => screen.getByText('6 ticked, 6 of 6'), { timeout: 3_000 });
});
