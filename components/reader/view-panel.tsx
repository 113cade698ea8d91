import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { DIRECTIONS, FITS, LAYOUTS, type ReaderChoices } from '@/lib/reader/choices';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { Segmented, segments } from '../ui/segmented';
import { Switch } from '../ui/switch';
import { ReaderKeys } from './keys';
import './view-panel.css';

/** Props of the panel. */
export interface ReaderViewPanelProps {
  id: string;
  choices: ReaderChoices;
  onChoose: (change: Partial<ReaderChoices>) => void;
  /** 1 is what fits. */
  zoom: number;
  onZoom: (by: 1 | -1) => void;
  areOriginalsShown: boolean;
  onOriginals: (areShown: boolean) => void;
}

/** How pages are shown. */
export function ReaderViewPanel(props: ReaderViewPanelProps) {
  const { id, choices, onChoose, onZoom } = props;
  const { messages, formats } = useLocale();
  const { reader: words } = messages;
  const zoom = formats.percent(props.zoom);
  return (
    <section id={id} class="reader-view" aria-label={words.view}>
      <Line title={words.layout.title}>
        <Segmented
          label={words.layout.title}
          options={segments(LAYOUTS, words.layout)}
          value={choices.layout}
          onChange={(layout) => onChoose({ layout })}
        />
      </Line>
      <Line title={words.direction.title}>
        <Segmented
          label={words.direction.title}
          options={segments(DIRECTIONS, words.direction)}
          value={choices.direction}
          onChange={(direction) => onChoose({ direction })}
        />
      </Line>
      <Line title={words.fit.title}>
        <Segmented
          label={words.fit.title}
          options={segments(FITS, words.fit)}
          value={choices.fit}
          onChange={(fit) => onChoose({ fit })}
        />
        <span class="reader-view__zoom">
          <IconButton icon="zoom-out" label={words.zoomOut} onClick={() => onZoom(-1)} />
          <output aria-label={words.zoom(zoom)}>{zoom}</output>
          <IconButton icon="zoom-in" label={words.zoomIn} onClick={() => onZoom(1)} />
        </span>
      </Line>
      <SwitchLine
        title={words.capped}
        isOn={choices.isCapped}
        onChange={(isCapped) => onChoose({ isCapped })}
      />
      {choices.layout === 'double' && (
        <SwitchLine
          title={words.cover}
          isOn={choices.hasCover}
          onChange={(hasCover) => onChoose({ hasCover })}
        />
      )}
      <SwitchLine
        title={words.originals}
        isOn={props.areOriginalsShown}
        onChange={props.onOriginals}
      />
      <ReaderKeys />
    </section>
  );
}

function Line({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="reader-view__line">
      <span class="reader-view__title">{title}</span>
      {children}
    </div>
  );
}

function SwitchLine(props: { title: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const id = useId();
  return (
    <div class="reader-view__line">
      <span id={id} class="reader-view__title">
        {props.title}
      </span>
      <Switch isOn={props.isOn} labelledBy={id} onChange={props.onChange} />
    </div>
  );
}
