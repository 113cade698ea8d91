import { useMemo } from 'preact/hooks';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import { plainText } from '@/lib/text/plain-text';
import { HistoryNotice } from '../history/notices';
import { LocaleContext, localeOf } from '../ui/locale';
import { Logo } from '../ui/logo';
import { Reader, type ReaderProps } from './reader';
import '../ui/theme.css';
import './page.css';

/** The data of the reader's page. */
export interface ReaderPageProps extends Omit<ReaderProps, 'name'> {
  /** Why the history cannot be read. */
  trouble?: HistoryTrouble | undefined;
  onTryAgain: () => void;
  messages: Messages;
  language: Language;
}

/** A batch to be read, or why there is nothing to read. */
export function ReaderPage({ trouble, onTryAgain, messages, language, ...data }: ReaderPageProps) {
  const locale = useMemo(() => localeOf(language, messages), [language, messages]);
  const { batch, leaves } = data;
  const isEmpty = !batch || leaves.length === 0;
  return (
    <LocaleContext.Provider value={locale}>
      <div class="reader" lang={language}>
        {trouble || isEmpty ? (
          <main class="reader__empty">
            <Logo size={40} />
            <h1>{trouble ? messages.app.title : messages.reader.gone}</h1>
            {trouble && <HistoryNotice trouble={trouble} onTryAgain={onTryAgain} />}
          </main>
        ) : (
          <Reader {...data} name={plainText(batch.name) || messages.batch.unnamed} />
        )}
      </div>
    </LocaleContext.Provider>
  );
}
