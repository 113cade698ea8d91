// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { createRef } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { DropZone } from './drop-zone';

const png = (name = 'a.png') => new File(['x'], name, { type: 'image/png' });

function showZone(target: '2k' | '4k' = '2k') {
  const onFiles = vi.fn();
  const onTarget = vi.fn();
  const zone = (each: '2k' | '4k') => (
    <DropZone target={each} onTarget={onTarget} onFiles={onFiles} inputRef={createRef()} />
  );
  const view = show(zone(target));
  const change = (each: '2k' | '4k') => view.again(zone(each));
  return { ...view, change, onFiles, onTarget };
}

/** An event as the browser sends it when files are dragged or pasted. */
function carry(type: string, key: 'dataTransfer' | 'clipboardData', files: File[]) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  return Object.assign(event, { [key]: { types: ['Files'], files }, relatedTarget: null });
}

describe('DropZone', () => {
  it('takes several chosen files, and the same file again', async () => {
    const { user, onFiles } = showZone();
    const input = screen.getByLabelText('Choose images') as HTMLInputElement;
    expect(input.multiple).toBe(true);
    expect(input.accept).toBe('image/*');
    await user.upload(input, [png('a.png'), png('b.png')]);
    expect(onFiles.mock.calls[0]?.[0].map((file: File) => file.name)).toEqual(['a.png', 'b.png']);
    await user.upload(input, png('a.png'));
    expect(onFiles).toHaveBeenCalledTimes(2);
  });

  it('takes files dropped anywhere, and shows that it would', () => {
    const { onFiles, container } = showZone();
    const over = carry('dragover', 'dataTransfer', []);
    fireEvent(document.body, over);
    expect(over.defaultPrevented).toBe(true);
    screen.getByText('Drop to upscale');
    fireEvent(document.body, carry('dragleave', 'dataTransfer', []));
    expect(container.querySelector('[data-over="true"]')).toBeNull();
    const drop = carry('drop', 'dataTransfer', [png(), png()]);
    fireEvent(document.body, drop);
    expect(drop.defaultPrevented).toBe(true);
    expect(onFiles.mock.calls[0]?.[0]).toHaveLength(2);
  });

  it('takes pasted pictures', () => {
    const { onFiles } = showZone();
    fireEvent(document.body, carry('paste', 'clipboardData', [png()]));
    expect(onFiles).toHaveBeenCalledOnce();
  });

  it('says so when nothing of it is a picture, and drops the rest otherwise', () => {
    const { onFiles } = showZone();
    const text = new File(['x'], 'a.txt', { type: 'text/plain' });
    fireEvent(document.body, carry('drop', 'dataTransfer', [text]));
    expect(onFiles).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('not an image');
    fireEvent(document.body, carry('drop', 'dataTransfer', [text, png()]));
    expect(onFiles.mock.calls[0]?.[0]).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('lets go of the page when it goes', async () => {
    const { onFiles, unmount } = showZone();
    const release = vi.spyOn(document, 'removeEventListener');
    unmount();
    // Preact cleans up after the next frame.
    await waitFor(() => expect(release).toHaveBeenCalledTimes(4));
    fireEvent(document.body, carry('drop', 'dataTransfer', [png()]));
    expect(onFiles).not.toHaveBeenCalled();
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
