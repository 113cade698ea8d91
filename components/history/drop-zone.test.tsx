// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { createRef } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import type { Intake } from '@/lib/intake/given';
import { show } from '@/tests/stories/show';
import { DropZone, type DropZoneProps } from './drop-zone';

const png = (name = 'a.png') => new File(['x'], name, { type: 'image/png' });

function showZone(target: '2k' | '4k' = '2k') {
  const onOffered = vi.fn<DropZoneProps['onOffered']>(async () => undefined);
  const onTarget = vi.fn();
  const onAllow = vi.fn();
  const zone = (each: '2k' | '4k') => (
    <DropZone
      target={each}
      onTarget={onTarget}
      onOffered={onOffered}
      onAllow={onAllow}
      inputRef={createRef()}
    />
  );
  const view = show(zone(target));
  const change = (each: '2k' | '4k') => view.again(zone(each));
  return { ...view, change, onOffered, onTarget, onAllow };
}

/** An event as the browser sends it when files are dragged or pasted. */
function carry(type: string, key: 'dataTransfer' | 'clipboardData', files: File[]) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  return Object.assign(event, { [key]: { types: ['Files'], files }, relatedTarget: null });
}

/** The same with text. */
function carryText(type: string, key: 'dataTransfer' | 'clipboardData', text: string) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const data = { types: ['text/plain'], files: [], items: [], getData: () => text };
  return Object.assign(event, { [key]: data, relatedTarget: null });
}

const NOTHING: Intake = {
  added: 0,
  notImages: 0,
  notAddresses: 0,
  tooMany: 0,
  refused: [],
  patterns: [],
};

describe('DropZone', () => {
  it('takes several chosen files, and the same file again', async () => {
    const { user, onOffered } = showZone();
    const input = screen.getByLabelText('Choose images') as HTMLInputElement;
    expect(input.multiple).toBe(true);
    expect(input.accept).toBe('image/*,.zip,.cbz');
    await user.upload(input, [png('a.png'), png('b.png')]);
    expect(onOffered.mock.calls[0]?.[0].files.map((file) => file.name)).toEqual(['a.png', 'b.png']);
    await user.upload(input, png('a.png'));
    expect(onOffered).toHaveBeenCalledTimes(2);
  });

  it('takes files dropped anywhere, and shows that it would', () => {
    const { onOffered, container } = showZone();
    const over = carry('dragover', 'dataTransfer', []);
    fireEvent(document.body, over);
    expect(over.defaultPrevented).toBe(true);
    screen.getByText('Drop to upscale');
    fireEvent(document.body, carry('dragleave', 'dataTransfer', []));
    expect(container.querySelector('[data-over="true"]')).toBeNull();
    const drop = carry('drop', 'dataTransfer', [png(), png()]);
    fireEvent(document.body, drop);
    expect(drop.defaultPrevented).toBe(true);
    expect(onOffered.mock.calls[0]?.[0].files).toHaveLength(2);
  });

  it('takes pasted pictures', () => {
    const { onOffered } = showZone();
    fireEvent(document.body, carry('paste', 'clipboardData', [png()]));
    expect(onOffered).toHaveBeenCalledOnce();
  });

  it('takes pasted and dropped text, but not what belongs into a field or comes from this page', () => {
    const { onOffered, container } = showZone();
    const text = (type: 'drop' | 'paste') =>
      carryText(
        type,
        type === 'drop' ? 'dataTransfer' : 'clipboardData',
        'https://a.example/b.png',
      );
    fireEvent(document.body, text('paste'));
    fireEvent(document.body, text('drop'));
    expect(onOffered.mock.calls.map(([{ lines }]) => lines)).toEqual([
      'https://a.example/b.png',
      'https://a.example/b.png',
    ]);
    fireEvent(container.querySelector('input') as Element, text('paste'));
    fireEvent(document.body, new Event('dragstart', { bubbles: true }));
    const own = text('drop');
    fireEvent(document.body, own);
    expect(own.defaultPrevented).toBe(false);
    expect(onOffered).toHaveBeenCalledTimes(2);
    fireEvent(document.body, new Event('dragend', { bubbles: true }));
    fireEvent(document.body, text('drop'));
    expect(onOffered).toHaveBeenCalledTimes(3);
  });

  it('says what it reads, what was added and what was left out, for screen readers too', async () => {
    const { onOffered, container } = showZone();
    const line = container.querySelector('output');
    expect(line?.getAttribute('aria-live')).toBe('polite');
    expect(line?.textContent).toBe('');
    const answer = Promise.withResolvers<Intake>();
    onOffered.mockImplementation((_offered, onAdded) => {
      onAdded(7);
      return answer.promise;
    });
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    await waitFor(() => expect(line?.textContent).toBe('Adding images… 7 images added.'));
    answer.resolve({
      ...NOTHING,
      added: 12,
      notImages: 3,
      refused: [{ archive: 'b\u202e.zip', fault: 'encrypted' }],
    });
    await waitFor(() =>
      expect(line?.textContent).toBe(
        '12 images added. 3 files left out: not images. “b .zip” is protected by a password and was left out.',
      ),
    );
    expect(line?.dataset.tone).toBeUndefined();
  });

  it('says so when nothing of it is an image', async () => {
    const { onOffered, container } = showZone();
    const line = container.querySelector('output');
    onOffered.mockResolvedValue({ ...NOTHING, notImages: 1 });
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    await waitFor(() => expect(line?.textContent).toContain('not an image'));
    expect(line?.dataset.tone).toBe('bad');
    onOffered.mockResolvedValue({ ...NOTHING, notAddresses: 1 });
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    await waitFor(() => expect(line?.textContent).toBe('No image and no web address.'));
  });

  it('keeps the line for the last of several drops', async () => {
    const { onOffered, container } = showZone();
    const slow = Promise.withResolvers<Intake>();
    onOffered.mockReturnValueOnce(slow.promise);
    onOffered.mockResolvedValueOnce({ ...NOTHING, added: 2 });
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    const line = container.querySelector('output');
    await waitFor(() => expect(line?.textContent).toBe('2 images added.'));
    slow.resolve({ ...NOTHING, added: 50 });
    await slow.promise;
    await waitFor(() => expect(line?.textContent).toBe('2 images added.'));
  });

  it('asks once for the sites of all addresses', async () => {
    const { user, onOffered, onAllow } = showZone();
    const patterns = ['https://a.example/*', 'http://a.example/*', 'https://b.example/*'];
    onOffered.mockResolvedValue({ ...NOTHING, added: 3, patterns });
    fireEvent(document.body, carryText('paste', 'clipboardData', 'https://a.example/b.png'));
    await screen.findByText(/2 sites must be allowed first/);
    await user.click(screen.getByRole('button', { name: 'Allow access' }));
    expect(onAllow).toHaveBeenCalledExactlyOnceWith(patterns);
    expect(screen.queryByRole('button', { name: 'Allow access' })).toBeNull();
  });

  it('lets go of the page when it goes', async () => {
    const { onOffered, unmount } = showZone();
    const release = vi.spyOn(document, 'removeEventListener');
    unmount();
    // Preact cleans up after the next frame.
    await waitFor(() => expect(release).toHaveBeenCalledTimes(6));
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    expect(onOffered).not.toHaveBeenCalled();
  });

  it('chooses the size by keyboard and says what 4K needs', async () => {
    const { user, onTarget, change } = showZone();
    const group = screen.getByRole('group', { name: 'Upscale to' });
    expect(group.querySelectorAll('input[type="radio"]')).toHaveLength(2);
    expect(screen.getByRole('radio', { name: '2K' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: '4K' }));
    expect(onTarget).toHaveBeenCalledExactlyOnceWith('4k');
    expect(screen.queryByText(/membership/)).toBeNull();
    change('4k');
    screen.getByText(/4K may need a Jimeng membership/);
  });
});
