import { useId, useRef, useState } from 'preact/hooks';
import type { DifferenceMap } from '@/lib/images/quality/fidelity';
import { useLocale } from '../ui/locale';
import { CompareDivider } from './divider';
import { actualScale, covered, isActual, isFitted, type Point, type Size } from './geometry';
import { useGestures } from './gestures';
import { CompareLayer } from './layer';
import { CompareMap } from './map';
import { useStageView } from './stage-view';
import { CompareToolbar } from './toolbar';
import './stage.css';

/** Which images are visible: both, split by the divider, or only one. */
type Shown = 'both' | 'before' | 'after';

const NEXT: Record<Shown, Shown> = { both: 'before', before: 'after', after: 'both' };

/** Zoom factor of one key press. */
const STEP = 1.25;
/** CSS px per press of an arrow key. */
const PAN_PX = 64;

/** Props of the stage. */
export interface CompareStageProps {
  name: string;
  /** Object URLs. Without a source, only the result is shown. */
  before?: string | undefined;
  after: string;
  /** Size of the result, px. */
  size: Size;
  /** Whether the source has another aspect ratio; then it is not stretched to the result's. */
  isOtherShape?: boolean;
  map?: DifferenceMap | undefined;
  isMapShown: boolean;
  onMapShown: (isShown: boolean) => void;
  /** A place to zoom to, as shares of width and height; each new object is a new request. */
  spot?: Point | undefined;
  /** The browser cannot show one of the two. */
  onUnreadable: (which: 'before' | 'after') => void;
}

/** Both images on top of each other, with divider, zoom and pan. */
export function CompareStage(props: CompareStageProps) {
  const { name, before, after, size, map, isMapShown, onMapShown } = props;
  const { compare } = useLocale().messages;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const { view, scene, showWhole, zoom, pan } = useStageView(field, size, props.spot);
  const [split, setSplit] = useState(0.5);
  const [chosen, setShown] = useState<Shown>('both');
  const [isPixelated, setPixelated] = useState(false);

  const shown = before ? chosen : 'after';
  const area = covered(view, scene);
  const dividerX = area.x + area.width * split;
  const beforeEnd = { both: dividerX, before: scene.stage.width, after: 0 }[shown];
  const isWhole = isFitted(view, scene);
  const middle = { x: scene.stage.width / 2, y: scene.stage.height / 2 };
  const setActual = (at = middle) => zoom(actualScale(scene) / view.scale, at);
  const splitAt = (x: number) =>
    setSplit(Math.min(1, Math.max(0, (x - area.x) / Math.max(1, area.width))));

  const gestures = useGestures(field, {
    // While the whole image is visible, a drag can only move the divider.
    dividesBy: (target) =>
      shown === 'both' && (isWhole || target.closest('.compare-divider') !== null),
    onDivide: splitAt,
    onPan: pan,
    onZoom: zoom,
  });

  const keys: Record<string, () => void> = {
    ArrowLeft: () => pan({ x: PAN_PX, y: 0 }),
    ArrowRight: () => pan({ x: -PAN_PX, y: 0 }),
    ArrowUp: () => pan({ x: 0, y: PAN_PX }),
    ArrowDown: () => pan({ x: 0, y: -PAN_PX }),
    '+': () => zoom(STEP, middle),
    '=': () => zoom(STEP, middle),
    '-': () => zoom(1 / STEP, middle),
    '0': showWhole,
    '1': () => setActual(),
    b: () => setShown(NEXT[shown]),
    d: () => onMapShown(!isMapShown),
    p: () => setPixelated(!isPixelated),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  const box = { width: `${size.width}px`, height: `${size.height}px`, transform };

  const layer = { box, area, stage: scene.stage, isNamed: before !== undefined };

  return (
    <section class="compare-stage" aria-label={compare.stage(name)}>
      <div
        ref={field}
        class="compare-stage__field"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and zoom it.
        tabIndex={0}
        aria-label={compare.stage(name)}
        aria-describedby={`${id}keys`}
        data-whole={isWhole}
        data-pixelated={isPixelated}
        onKeyDown={onKeyDown}
        onDblClick={(event) => (isWhole ? setActual(gestures.pointOf(event)) : showWhole())}
        {...gestures.handlers}
      >
        <CompareLayer
          {...layer}
          part="after"
          src={after}
          onUnreadable={() => props.onUnreadable('after')}
        />
        {before && (
          <CompareLayer
            {...layer}
            part="before"
            src={before}
            end={beforeEnd}
            isOtherShape={props.isOtherShape === true}
            onUnreadable={() => props.onUnreadable('before')}
          />
        )}
        {map && isMapShown && <CompareMap map={map} style={box} />}
        {shown === 'both' && (
          <CompareDivider
            split={split}
            x={dividerX}
            top={area.y}
            height={area.height}
            onSplit={setSplit}
          />
        )}
      </div>
      <p id={`${id}keys`} class="visually-hidden">
        {compare.keys.hint}
      </p>
      <CompareToolbar
        zoom={view.scale / actualScale(scene)}
        isFitted={isWhole}
        isActual={isActual(view, scene)}
        onFit={showWhole}
        onActual={() => setActual()}
        onZoomIn={() => zoom(STEP, middle)}
        onZoomOut={() => zoom(1 / STEP, middle)}
        isPixelated={isPixelated}
        onPixelated={setPixelated}
        isMapShown={isMapShown}
        onMapShown={map && onMapShown}
      />
    </section>
  );
}
