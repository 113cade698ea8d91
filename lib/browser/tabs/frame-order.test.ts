import { describe, expect, it } from 'vitest';
import { joinOrders } from './frame-order';

const all = () => true;

describe('the order of a tab', () => {
  it('has the pictures of a child frame where its parent shows it', () => {
    const frames = [
      { path: [], order: ['a', 'frame:1', 'b', 'frame:0'] },
      { path: [0], order: ['x'] },
      { path: [1], order: ['y', 'frame:0', 'z'] },
      { path: [1, 0], order: ['deep'] },
    ];
    expect(joinOrders(frames, [], all)).toEqual(['a', 'y', 'deep', 'z', 'b', 'x']);
  });

  it('has frames of unknown place at the end', () => {
    const frames = [
      { path: [], order: ['a', 'b'] },
      { order: ['hidden'] },
      { path: [7], order: ['x'] },
    ];
    expect(joinOrders(frames, [], all)).toEqual(['a', 'b', 'hidden', 'x']);
  });

  it('finds frames in shadow roots by their addresses, and by turns where these are the same', () => {
    const address = 'https://gallery.example/inside';
    const hiddenFrames = [
      'about:srcdoc',
      `${address}#top`,
      'about:srcdoc',
      'https://moved.example/',
    ];
    const frames = [
      { path: [], order: ['a', 'frame:100', 'b', 'frame:101', 'frame:102', 'c', 'frame:103'] },
      { order: ['x'], ownUrl: 'about:srcdoc' },
      { order: ['elsewhere'], ownUrl: 'https://gallery.example/elsewhere' },
      { order: ['y', 'frame:100'], ownUrl: address, hiddenFrames: ['about:srcdoc'] },
      { order: ['z'], ownUrl: 'about:srcdoc' },
    ];
    const [top, ...rest] = frames;
    const all = joinOrders(
      [{ ...top, order: top?.order ?? [], hiddenFrames }, ...rest],
      [],
      () => true,
    );
    expect(all).toEqual(['a', 'x', 'b', 'y', 'z', 'c', 'elsewhere']);
  });

  it('keeps what a frame that is gone has shown, where it was', () => {
    const before = joinOrders(
      [
        { path: [], order: ['a', 'frame:0', 'b'] },
        { path: [0], order: ['x', 'y'] },
      ],
      [],
      all,
    );
    const after = joinOrders([{ path: [], order: ['a', 'new', 'b'] }], before, (id) => id !== 'y');
    expect(after).toEqual(['a', 'x', 'new', 'b']);
  });

  it('names each picture once, whatever frames say', () => {
    const frames = [
      { path: [], order: ['a', 'frame:0', 'a', 'frame:0'] },
      { path: [0], order: ['a', 'x', 'frame:0'] },
      { path: [0, 0], order: ['x'] },
      { path: [0], order: ['other'] },
    ];
    expect(joinOrders(frames, ['a', 'x'], all).toSorted()).toEqual(['a', 'other', 'x']);
  });
});
