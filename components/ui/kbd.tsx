import './kbd.css';

/** Keys to press together, such as "Alt+Shift+U". */
export function Kbd({ keys }: { keys: string }) {
  return <kbd class="keys">{keys}</kbd>;
}
