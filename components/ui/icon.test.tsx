// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { show } from '@/tests/stories/show';
import { Icon } from './icon';

it('draws the shapes of the icon, and is silent', () => {
  const { container } = show(<Icon name="close" size={20} />);
  const svg = container.querySelector('svg');
  expect(svg?.getAttribute('aria-hidden')).toBe('true');
  expect(svg?.getAttribute('width')).toBe('20');
  expect(svg?.querySelectorAll('path[d]').length).toBeGreaterThan(0);
});
