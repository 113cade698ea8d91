import { Icon } from './icon';
import { useLocale } from './locale';
import './credits-pill.css';

/** The credit balance; opens the service, where credits come from. */
export function CreditsPill({ total, onClick }: { total: number; onClick: () => void }) {
  const { messages, formats } = useLocale();
  const label = messages.app.openService(messages.app.credits(total));
  return (
    <button type="button" class="credits-pill" aria-label={label} title={label} onClick={onClick}>
      <Icon name="zap" size={12} />
      {formats.number(total)}
    </button>
  );
}
