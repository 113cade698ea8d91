import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Job } from '@/lib/jobs/model/job';
import { historyOf } from '@/tests/stories/history';
import { asList, ENDED, manyJobs, NOW } from '@/tests/stories/jobs';
import { App, type AppProps } from './history-app';

let place: HTMLElement | undefined;
afterEach(() => {
  if (place) render(null, place);
  place?.remove();
});

const actions = new Proxy({}, { get: () => () => {} }) as never;

/** The popup at its real width, and as high as browsers allow. */
function showPopup(jobs: readonly Job[], props: Partial<AppProps> = {}): HTMLElement {
  place ??= document.createElement('div');
  place.style.cssText = 'inline-size:400px;min-block-size:240px;max-block-size:600px';
  document.body.append(place);
  const language = props.language ?? 'en';
  render(
    <App
      history={historyOf([...jobs])}
      account={{ site: 'jimeng', state: 'signed-in' }}
      now={NOW}
      target="2k"
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
    />,
    place,
  );
  return place;
}

const find = (root: HTMLElement, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

/** Whether a click in its middle would reach it. */
function isReachable(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && element.contains(hit);
}

const done = ENDED.done as Job;
const removal = { at: NOW, count: 1 };

describe('the offer to undo', () => {
  it.each([1, 2, 3, 30])('covers no button of %i rows', async (count) => {
    const jobs = asList(Array.from({ length: count }, () => done));
    const popup = showPopup(jobs, { history: historyOf(jobs, { removal }) });
    await vi.waitFor(() => expect(find(popup, '.bottom-bar')).toBeTruthy());
    const main = find(popup, '.app__rows');
    await vi.waitFor(() => {
      main.scrollTop = main.scrollHeight;
      const last = find(main, `.job-card[aria-posinset="${count}"]`);
      const buttons = [...last.querySelectorAll('button')];
      expect(buttons.length).toBeGreaterThan(2);
      expect(buttons.filter((button) => !isReachable(button)).length).toBe(0);
    });
    expect(isReachable(find(popup, '.bottom-bar button'))).toBe(true);
  });
});

/** Languages whose words are short enough for one line of buttons. */
const ONE_LINE: readonly Language[] = ['en', 'zh-CN', 'zh-TW'];

describe.each(LANGUAGES)('a finished row in %s', (language: Language) => {
  it.each(Object.entries(ENDED).filter(([, { stage }]) => stage === 'done'))(
    'cuts off the words of no button: %s',
    async (_, job) => {
      const popup = showPopup(asList([job]), { language });
      await vi.waitFor(() => find(popup, '.job-buttons button'));
      const buttons = [...popup.querySelectorAll<HTMLElement>('.job-buttons button')];
      // Some system fonts are wider than the one of this machine.
      for (const button of buttons) button.style.letterSpacing = '1.6px';
      const middles = buttons.map((button) => {
        const { top, height } = button.getBoundingClientRect();
        return Math.round(top + height / 2);
      });
      // In the others, the icons may have a line of their own.
      if (ONE_LINE.includes(language)) {
        expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
      }
      for (const words of popup.querySelectorAll<HTMLElement>('.job-buttons .button__words')) {
        expect(words.scrollWidth).toBeLessThanOrEqual(words.clientWidth);
      }
    },
  );
});

it.each(LANGUAGES)('keeps the buttons for chosen images within the bar in %s', async (language) => {
  const popup = showPopup(manyJobs(8), { language });
  await vi.waitFor(() => find(popup, '.history-bar'));
  find(popup, `[aria-label="${messagesFor(language).history.select}"]`).click();
  await vi.waitFor(() => expect(popup.querySelectorAll('.job-card input').length).toBe(8));
  const bar = find(popup, '.selection-bar');
  const buttons = [...bar.querySelectorAll('button')];
  expect(buttons).toHaveLength(4);
  for (const button of buttons) {
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(
      bar.getBoundingClientRect().right,
    );
  }
});

it('gives the keyboard back to the row when choosing ends', async () => {
  const popup = showPopup(manyJobs(8));
  await vi.waitFor(() => find(popup, '.history-bar'));
  const words = messagesFor('en').history;
  find(popup, `[aria-label="${words.select}"]`).click();
  await vi.waitFor(() => expect(popup.querySelectorAll('.job-card input').length).toBe(8));
  const box = popup.querySelectorAll<HTMLElement>('.job-card input')[2];
  box?.focus();
  box?.click();
  const row = box?.closest<HTMLElement>('.job-card')?.dataset.id;
  const end = find(popup, `[aria-label="${words.selection.end}"]`);
  end.focus();
  end.click();
  await vi.waitFor(() => {
    expect(popup.querySelector('.selection-bar')).toBeNull();
    expect((document.activeElement as HTMLElement | null)?.dataset.id).toBe(row);
  });
});
