// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { show } from '@/tests/stories/show';
import { LocaleContext, localeOf } from '../ui/locale';
import { PageConsent } from './page-consent';

function ask(site: SiteName, language: 'en' | 'zh-CN' = 'en') {
  show(
    <LocaleContext.Provider value={localeOf(language, messagesFor(language), site)}>
      <PageConsent onAgree={vi.fn()} onDecline={vi.fn()} />
    </LocaleContext.Provider>,
  );
  return screen.getByRole('group').querySelector('p')?.textContent;
}

it('says first that a site has no other way, where that is so', () => {
  expect(ask('dreamina')).toMatch(
    /^Dreamina takes orders only from its own page\. If you agree, the extension opens Dreamina’s page/,
  );
});

it('does not say so of a site that has another way', () => {
  expect(ask('jimeng')).toMatch(/^If you agree, the extension opens Jimeng’s page/);
});

it('joins the sentences as the language does', () => {
  expect(ask('dreamina', 'zh-CN')).toMatch(
    /^Dreamina 只接受.*的任务。同意后，扩展会使用已打开的 Dreamina 页面/,
  );
});
