import { useLocale } from '../ui/locale';
import './permission-list.css';

/** Every permission of the manifest and its purpose, collapsed at first. */
export function PermissionList({ permissions }: { permissions: readonly string[] }) {
  const { permissions: words } = useLocale().messages.options.access;
  const reasons: Partial<Record<string, string>> = words.reasons;
  return (
    <details class="permission-list">
      <summary>{words.show}</summary>
      <dl>
        {permissions.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{reasons[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
