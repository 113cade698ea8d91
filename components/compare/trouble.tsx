import { useMemo } from 'preact/hooks';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import { HistoryNotice, type HistoryNoticeProps } from '../history/notices';
import { LocaleContext, localeOf } from '../ui/locale';
import { Logo } from '../ui/logo';
import '../ui/theme.css';
import './page.css';

/** Props of the compare page without a history. */
export interface CompareTroubleProps extends HistoryNoticeProps {
  messages: Messages;
  language: Language;
}

/** Replaces the compare page when the history cannot be read: says why and what helps. */
export function CompareTrouble({ messages, language, ...notice }: CompareTroubleProps) {
  const locale = useMemo(() => localeOf(language, messages), [language, messages]);
  return (
    <LocaleContext.Provider value={locale}>
      <div class="compare" lang={language}>
        <main class="compare__empty">
          <Logo size={40} />
          <h1>{messages.app.title}</h1>
          <HistoryNotice {...notice} />
        </main>
      </div>
    </LocaleContext.Provider>
  );
}
