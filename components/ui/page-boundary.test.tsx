// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { show } from '@/tests/stories/show';
import { PageBoundary } from './page-boundary';

function Broken(): never {
  throw new TypeError('label is not a function');
}

describe.each(LANGUAGES)('a page that breaks, in %s', (language) => {
  const messages = messagesFor(language);

  function broken(copied: boolean) {
    const actions = { reload: vi.fn(), copyReport: vi.fn(async (_: unknown) => copied) };
    const view = show(
      <PageBoundary messages={messages} actions={actions}>
        <Broken />
      </PageBoundary>,
    );
    return { ...view, actions };
  }

  it('says so, and can be loaded anew', async () => {
    const { user, actions } = broken(true);
    screen.getByRole('heading', { name: messages.broken.title });
    screen.getByText(messages.broken.text);
    await user.click(screen.getByRole('button', { name: messages.broken.reload }));
    expect(actions.reload).toHaveBeenCalledOnce();
  });

  it.each([
    [true, messages.broken.copied],
    [false, messages.broken.copyFailed],
  ])('gives a report, and says whether it was copied: %s', async (isCopied, words) => {
    const { user, actions } = broken(isCopied);
    await user.click(screen.getByRole('button', { name: messages.broken.copy }));
    await act(async () => {});
    expect(actions.copyReport.mock.calls[0]?.[0]).toMatchObject({ name: 'TypeError' });
    screen.getByRole('button', { name: words });
  });
});

it('stays out of the way of a page that is whole', () => {
  show(
    <PageBoundary
      messages={messagesFor('en')}
      actions={{ reload: () => {}, copyReport: async () => true }}
    >
      <p>whole</p>
    </PageBoundary>,
  );
  screen.getByText('whole');
});
