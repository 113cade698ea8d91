import type { ComponentChildren } from 'preact';
import type { Messages } from '@/lib/i18n/messages';
import { Boundary } from './boundary';
import { Button } from './button';
import { Notice } from './notice';
import { useCopy } from './use-copy';
import './theme.css';
import './page-boundary.css';

/** The actions of a broken page. */
interface BrokenPageActions {
  reload(): void;
  /** Copies a report about the error to the clipboard; resolves with whether that worked. */
  copyReport(error: unknown): Promise<boolean>;
}

/** Props of the boundary around a whole page. */
export interface PageBoundaryProps {
  messages: Pick<Messages, 'broken'>;
  actions: BrokenPageActions;
  children: ComponentChildren;
}

/** Shows a page, or says that it broke instead of leaving it blank. */
export function PageBoundary({ messages, actions, children }: PageBoundaryProps) {
  return (
    <Boundary
      subject="page"
      fallback={(error) => <BrokenPage messages={messages} actions={actions} error={error} />}
    >
      {children}
    </Boundary>
  );
}

type BrokenPageProps = Omit<PageBoundaryProps, 'children'> & { error: unknown };

function BrokenPage({ messages, actions, error }: BrokenPageProps) {
  const words = messages.broken;
  const copy = useCopy(() => actions.copyReport(error));
  const said = {
    ready: words.copy,
    copying: words.copy,
    copied: words.copied,
    failed: words.copyFailed,
  };
  return (
    <main class="broken-page">
      <Notice
        icon="alert"
        title={words.title}
        action={
          <span class="broken-page__buttons">
            <Button variant="primary" onClick={actions.reload}>
              {words.reload}
            </Button>
            <Button variant="quiet" onClick={copy.start}>
              {said[copy.state]}
            </Button>
          </span>
        }
      >
        {words.text}
      </Notice>
    </main>
  );
}
