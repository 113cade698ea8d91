import { expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { replace, TestBackground } from '@/tests/support/page/replaced';

// A file of its own, because a policy stays with its document. Without an extension there is no isolated world, so it
// holds for the replacer, too.
test('a page that allows no image of ours says so once, and keeps its pictures', async () => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "img-src 'self' data:";
  document.head.append(policy);
  const background = new TestBackground();
  for (const name of ['a', 'b']) {
    await background.give(`/icon/128.png?${name}`, { width: 300, height: 300 });
  }
  await show('<img id="a" src="/icon/128.png?a"><img id="b" src="/icon/128.png?b">');
  const before = document.documentElement.outerHTML;
  const said: string[] = [];
  const replacer = replace(background, {
    onOpen(root) {
      const line = root.querySelector('[role=status]') as Element;
      const listener = new MutationObserver(() => said.push(line.textContent ?? ''));
      listener.observe(line, { childList: true });
    },
  });
  await expect.poll(() => replacer.counts()).toEqual({ replaced: 0, impossible: 2 });
  await expect.poll(() => said).toEqual(['This page allows no other images']);
  expect(byId('a').hasAttribute('style')).toBe(false);
  replacer.stop();
  expect(document.documentElement.outerHTML).toBe(before);
});
