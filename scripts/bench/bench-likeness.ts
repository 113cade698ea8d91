/**
 * Prints how alike pairs of pictures are, same and other ones: `npm run bench:likeness`. The threshold in
 * lib/images/quality/likeness.ts comes from here.
 */
import { likenessPairs } from '@/tests/support/likeness-pairs';

const SHOWN = 8;
const pairs = await likenessPairs();

function print(title: string, rows: typeof pairs): void {
  console.log(`\n${title}`);
  for (const { name, result } of rows.slice(0, SHOWN)) {
    console.log(
      `  structure ${result.structure.toFixed(3)}  mirrored ${result.mirrored.toFixed(3)}  colour ${result.colour.toFixed(1)}  ${name}`,
    );
  }
}

const same = pairs.filter(({ isSame }) => isSame);
const other = pairs.filter(({ isSame }) => !isSame);
const byStructure = (a: (typeof pairs)[number], b: (typeof pairs)[number]) =>
  a.result.structure - b.result.structure;
console.log(`${same.length} pairs of one picture, ${other.length} of two`);
print('One picture, least alike in structure', same.toSorted(byStructure));
print(
  'One picture, least alike in colour',
  same.toSorted((a, b) => b.result.colour - a.result.colour),
);
const isHue = ({ name }: { name: string }) => /grey|hues/.test(name);
print(
  'Two pictures, most alike in structure',
  other
    .filter((one) => !isHue(one))
    .toSorted(byStructure)
    .reverse(),
);
print(
  'In grey and in other hues, most alike in colour',
  other.filter(isHue).toSorted((a, b) => a.result.colour - b.result.colour),
);
const gain = ({ result }: (typeof pairs)[number]) => result.mirrored - result.structure;
print(
  'One picture, most alike when mirrored',
  same.toSorted((a, b) => gain(b) - gain(a)),
);
print(
  'Mirrored, least alike when mirrored back',
  other.filter(({ name }) => /mirrored/.test(name)).toSorted((a, b) => gain(a) - gain(b)),
);
