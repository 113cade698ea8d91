// @vitest-environment happy-dom

import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { show } from '@/tests/stories/show';
import { DoneLine } from './done-line';

it.each(LANGUAGES)('says in %s what the badge counted, and leads to it', async (language) => {
  const onCompare = vi.fn();
  const { user } = show(<DoneLine count={3} onCompare={onCompare} />, language);
  const { history, actions } = messagesFor(language);
  screen.getByText(history.justDone(3));
  await user.click(screen.getByRole('button', { name: actions.compare }));
  expect(onCompare).toHaveBeenCalledOnce();
});
