import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(['chrome-mv3', 'firefox-mv3'])('the build %s', (build) => {
  const folder = join(ROOT, '.output', build);
  const text = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8');
  const sections = text.split(/^-{72}$/m).slice(1, -1);

  it.each(Object.keys(dependencies))('ships the licence of %s', (name) => {
    const section = sections.find((each) => each.trim().startsWith(`${name} `)) ?? '';
    expect(section).toMatch(/Source: https:\/\//);
    expect(section).toMatch(
      /Permission (is hereby granted|to use)|Redistribution and use in source and binary forms|Mozilla Public License|Apache License|DO WHAT THE FUCK/,
    );
  });

  it('ships that of the frame it is built with', () => {
    expect(sections.map((each) => each.trim().split(' ')[0])).toContain('wxt');
  });

  it('has no list left over, and no path of the computer it was built on', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('licenses-'))).toEqual([]);
    expect(text).not.toContain(ROOT);
  });
});
